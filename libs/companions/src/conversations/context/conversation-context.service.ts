import { Injectable } from '@nestjs/common';

import { MemoryContext } from '#memory';
import { Conversations, type SpokenMessage } from '#messaging';

import { ReplySettings } from '../../reply/reply-settings.service.js';
import { ConversationCast } from '../conversation-cast.service.js';
import { RecentTalk } from './recent-talk.service.js';

export interface ContextMessage {
  readonly role: 'user' | 'assistant' | 'system';
  readonly content: string;
  readonly timestamp: Date;
}

export interface ActiveMemory {
  readonly memoryId: string;
  /** 0-1. */
  readonly relevance: number;
  readonly content: string;
  /** Why it was chosen. */
  readonly reason: string;
}

/** What an answer would be made from now. */
export interface ConversationContext {
  readonly conversationId: string;
  /** Oldest first. */
  readonly recentMessages: readonly ContextMessage[];
  readonly activeMemories: readonly ActiveMemory[];
  readonly state: {
    readonly currentTopic: string | null;
    readonly mood: string | null;
    /** 0-10. */
    readonly nsfwLevel: number;
    readonly lastUserIntent: string | null;
  };
  readonly updatedAt: Date;
}

/** Shows what a character has in mind in a conversation. */
@Injectable()
export class ConversationContexts {
  constructor(
    private readonly conversations: Conversations,
    private readonly talk: RecentTalk,
    private readonly memory: MemoryContext,
    private readonly cast: ConversationCast,
    private readonly settings: ReplySettings,
  ) {}

  /** @throws AppError `conversation.not-found` */
  async of(id: string): Promise<ConversationContext> {
    const { contactId, nsfwLevel, updatedAt } = await this.conversations.stateOf(id);
    const characterId = await this.cast.characterOf(id);
    const recent = await this.talk.of({ chatId: id, contactId, characterId });
    const remembered = await this.memory.of({
      characterId,
      contactId,
      chat: { id, kind: 'direct' },
      recent,
      zone: this.settings.zone,
    });
    return {
      conversationId: id,
      recentMessages: recent.map(({ author, text, sentAt }) => ({
        role: roleOf(author),
        content: text,
        timestamp: sentAt,
      })),
      activeMemories: remembered.facts.map(({ id: memoryId, text, reason, relevance }) => ({
        ...{ memoryId, relevance, content: text, reason },
      })),
      state: { ...remembered.state, nsfwLevel: Math.round(nsfwLevel) },
      updatedAt,
    };
  }
}

function roleOf(author: SpokenMessage['author']): ContextMessage['role'] {
  switch (author) {
    case 'contact':
      return 'user';
    case 'system':
      return 'system';
    case 'assistant':
    case 'owner':
      return 'assistant';
  }
}
