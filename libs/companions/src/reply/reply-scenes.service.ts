import { Injectable } from '@nestjs/common';

import { MemoryContext, RememberedMessages, type RememberedContext } from '#memory';
import { MessageReader, type ChatView, type ClaimedTurn, type TurnConversation } from '#messaging';

import { Characters } from '../characters/characters.service.js';
import type { ReplyScene } from './reply-scene.js';
import { ReplySettings } from './reply-settings.service.js';

/** Whom a character answers, and where. */
interface Addressee {
  readonly characterId: string;
  readonly contactId: string | null;
  readonly chat: ChatView;
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
    const [character, { earlier, asked }] = await Promise.all([
      this.characters.answering({ chat }),
      this.messages.conversationOf(turn.id, chat.id, this.settings.contextWindow),
    ]);
    const last = asked.at(-1);
    if (!last) return null;
    const group = chat.kind === 'group';
    const contactId = group ? last.senderId : chat.contactId;
    // What a person asked to be forgotten is not read to the model either.
    const told = await this.told.of(character.id, group ? null : contactId, earlier);
    const conversation = { earlier: told, asked };
    return {
      character,
      chatId: chat.id,
      address: group ? null : chat.externalId,
      contactId,
      contactName: group ? last.senderName : chat.contactName,
      group,
      ...conversation,
      remembered: await this.remembered({ characterId: character.id, contactId, chat }, conversation, signal),
      now: this.settings.now(),
      zone: this.settings.zone,
    };
  }

  private async remembered(
    { characterId, contactId, chat: { id, kind } }: Addressee,
    { earlier, asked }: TurnConversation,
    signal: AbortSignal,
  ): Promise<RememberedContext | null> {
    if (contactId === null) return null;
    return this.memory.of({
      ...{ characterId, contactId, signal },
      chat: { id, kind: kind === 'group' ? 'group' : 'direct' },
      recent: [...earlier, ...asked],
      zone: this.settings.zone,
    });
  }
}
