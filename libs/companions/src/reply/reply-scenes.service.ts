import { Injectable } from '@nestjs/common';

import { MemoryContext, RememberedMessages, type Recollection } from '#memory';
import { MessageReader, type ChatView, type ClaimedTurn, type SpokenMessage } from '#messaging';

import type { Character } from '../characters/character.js';
import { Characters } from '../characters/characters.service.js';
import type { ReplyScene } from './reply-scene.js';
import { ReplySettings } from './reply-settings.service.js';

/** Who answers, and what they remember of the other person of a direct chat. */
interface Answering {
  readonly character: Character;
  /** In a group only the messages tell whom to remember. */
  readonly recollection: Recollection | null;
}

/** Puts together what an answer is made from. */
@Injectable()
export class ReplyScenes {
  constructor(
    private readonly characters: Characters,
    private readonly messages: MessageReader,
    private readonly memory: MemoryContext,
    private readonly told: RememberedMessages,
    private readonly settings: ReplySettings,
  ) {}

  /** Null when nothing of the turn is left to answer. */
  async of(turn: ClaimedTurn, chat: ChatView, signal: AbortSignal): Promise<ReplyScene | null> {
    // What is known of the person is read beside what was said.
    const [{ character, recollection: begun }, { earlier: said, asked }] = await Promise.all([
      this.answering(chat, signal),
      this.messages.conversationOf(turn.id, chat.id, this.settings.contextWindow),
    ]);
    const last = asked.at(-1);
    if (!last) return null;
    const group = chat.kind === 'group';
    const contactId = group ? last.senderId : chat.contactId;
    const earlier = await this.mayBeTold(said, character.id, group ? null : contactId, begun);
    const recollection = begun ?? this.begin(character.id, contactId, chat, signal);
    return {
      character,
      chatId: chat.id,
      address: group ? null : chat.externalId,
      contactId,
      contactName: group ? last.senderName : chat.contactName,
      ...{ group, earlier, asked },
      remembered: recollection && (await recollection.of([...earlier, ...asked])),
      now: this.settings.now(),
      zone: this.settings.zone,
    };
  }

  private async answering(chat: ChatView, signal: AbortSignal): Promise<Answering> {
    const character = await this.characters.answering({ chat });
    const contactId = chat.kind === 'group' ? null : chat.contactId;
    return { character, recollection: this.begin(character.id, contactId, chat, signal) };
  }

  private begin(
    characterId: string,
    contactId: string | null,
    { id, kind }: ChatView,
    signal: AbortSignal,
  ): Recollection | null {
    if (contactId === null) return null;
    return this.memory.begin({
      ...{ characterId, contactId, signal },
      chat: { id, kind: kind === 'group' ? 'group' : 'direct' },
      zone: this.settings.zone,
    });
  }

  /** What a person asked to be forgotten is not read to the model either. Mostly nobody has asked for anything. */
  private async mayBeTold(
    said: readonly SpokenMessage[],
    characterId: string,
    contactId: string | null,
    recollection: Recollection | null,
  ): Promise<readonly SpokenMessage[]> {
    if (await recollection?.forgetsNone(said)) return said;
    return this.told.of(characterId, contactId, said);
  }
}
