import { Injectable } from '@nestjs/common';

import { RelationshipView, type RelationshipState } from '#memory';
import { Conversations } from '#messaging';
import type { Viewer } from '#security';

import { ConversationCast } from '../conversation-cast.service.js';
import type { AskedDays } from './analytics-range.js';
import { ConversationAnalytics } from './conversation-analytics.service.js';
import type { ConversationFigures } from './conversation-figures.js';

export type RelationshipNow = Pick<RelationshipState, 'level' | 'trust' | 'intimacy' | 'totalInteractions' | 'stage'>;

export interface ConversationInsight extends ConversationFigures {
  readonly conversationId: string;
  /** As of now; null for two who have not met. */
  readonly relationship: RelationshipNow | null;
}

/** Figures, for whoever may see them. */
@Injectable()
export class ConversationInsights {
  constructor(
    private readonly conversations: Conversations,
    private readonly analytics: ConversationAnalytics,
    private readonly cast: ConversationCast,
    private readonly relationships: RelationshipView,
  ) {}

  /** Of all conversations that the viewer sees. @throws AppError `conversation.bad-range` */
  all(viewer: Viewer, days: AskedDays): Promise<ConversationFigures> {
    return this.analytics.of(viewer.kind === 'person' ? { contactId: viewer.contactId } : {}, days);
  }

  /** @throws AppError `conversation.not-found`, `conversation.bad-range` */
  async one(viewer: Viewer, id: string, days: AskedDays): Promise<ConversationInsight> {
    const { contactId } = await this.conversations.find(viewer, id);
    const characterId = await this.cast.characterOf(id);
    const [figures, relationship] = await Promise.all([
      this.analytics.of({ chatId: id }, days),
      this.relationships.of({ characterId, contactId }),
    ]);
    return { conversationId: id, ...figures, relationship: relationship && nowOf(relationship) };
  }
}

function nowOf({ level, trust, intimacy, totalInteractions, stage }: RelationshipState): RelationshipNow {
  return { level, trust, intimacy, totalInteractions, stage };
}
