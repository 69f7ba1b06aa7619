import { Injectable } from '@nestjs/common';

import { MemoryConfig, ServerConfig } from '#config';
import { Clock } from '#kernel';
import { MemoryContext, type RememberedContext } from '#memory';
import { MessageReader, type ChatView, type ClaimedTurn, type TurnConversation } from '#messaging';

import { DEFAULT_CHARACTER } from '../characters/default-character.js';
import type { ReplyScene } from './reply-scene.js';

/** Puts together what an answer is made from. */
@Injectable()
export class ReplyScenes {
  constructor(
    private readonly messages: MessageReader,
    private readonly memory: MemoryContext,
    private readonly config: MemoryConfig,
    private readonly server: ServerConfig,
    private readonly clock: Clock,
  ) {}

  /** Null when nothing of the turn is left to answer. */
  async of(turn: ClaimedTurn, chat: ChatView, signal: AbortSignal): Promise<ReplyScene | null> {
    const conversation = await this.messages.conversationOf(turn.id, chat.id, this.config.contextWindow);
    const last = conversation.asked.at(-1);
    if (!last) return null;
    const group = chat.kind === 'group';
    const contactId = group ? last.senderId : chat.contactId;
    return {
      character: DEFAULT_CHARACTER,
      chatId: chat.id,
      contactId,
      contactName: group ? last.senderName : chat.contactName,
      group,
      ...conversation,
      remembered: contactId === null ? null : await this.remembered(contactId, chat, conversation, signal),
      now: this.clock.now(),
      zone: this.server.timeZone,
    };
  }

  private remembered(
    contactId: string,
    { id, kind }: ChatView,
    { earlier, asked }: TurnConversation,
    signal: AbortSignal,
  ): Promise<RememberedContext> {
    return this.memory.of({
      characterId: DEFAULT_CHARACTER.id,
      contactId,
      chat: { id, kind: kind === 'group' ? 'group' : 'direct' },
      recent: [...earlier, ...asked],
      zone: this.server.timeZone,
      signal,
    });
  }
}
