import { Injectable } from '@nestjs/common';

import { Characters, writtenLanguage } from '#companions';
import { ChatReader } from '#messaging';

import { FeedShelf } from '../feeds/feed-shelf.service.js';
import { Addressees } from './addressees.service.js';
import type { GroupLine, GroupScene } from './group-scene.js';
import { GroupTalk } from './group-talk.service.js';
import type { VoiceRequest } from './voice-request.js';

/** Puts together what the words for a group are made from. */
@Injectable()
export class GroupScenes {
  constructor(
    private readonly chats: ChatReader,
    private readonly characters: Characters,
    private readonly talk: GroupTalk,
    private readonly addressees: Addressees,
    private readonly shelf: FeedShelf,
  ) {}

  async of({ chatId, action, member, now }: VoiceRequest): Promise<GroupScene> {
    const chat = await this.chats.find(chatId);
    const character = await this.characters.answering({ chat });
    const talk = await this.talk.of(chatId, character.id);
    return {
      character,
      language: languageOf(talk, character.languages),
      talk,
      addressee: member === null ? null : await this.addressees.of(chatId, member, talk, now),
      item: action === 'share_content' ? await this.shelf.next(chatId) : null,
    };
  }
}

/** As they write, else the character's first, else English. */
function languageOf(talk: readonly GroupLine[], spoken: readonly string[]): string {
  const words = talk.filter(({ ours }) => !ours).map(({ text }) => text);
  return writtenLanguage(words.join('\n'), '') || (spoken[0]?.toLowerCase().split('-')[0] ?? 'en');
}
