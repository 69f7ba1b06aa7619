import type { EngagementEntity } from './engagement.entity.js';
import type { Engagement } from './engagement.js';

/** A row as others see it, with its words opened. */
export function toEngagement(row: EngagementEntity, text: string | null): Engagement {
  return {
    id: row.id,
    contactId: row.contactId,
    chatId: row.chatId,
    accountId: row.accountId,
    characterId: row.characterId,
    type: row.type,
    moment: row.moment,
    memoryIds: row.memoryIds,
    status: row.status,
    reason: row.reason,
    reasons: row.reasons,
    text,
    language: row.language,
    source: row.source,
    templateId: row.templateId,
    experiment: row.experiment,
    mode: row.mode,
    stage: row.stage,
    dueAt: row.dueAt,
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
    approvedAt: row.approvedAt,
    approvedBy: row.approvedBy,
    handedAt: row.handedAt,
    outboxId: row.outboxId,
    messageId: row.messageId,
    sentAt: row.sentAt,
    outcome: row.outcome,
    answeredAt: row.answeredAt,
    responseMs: row.responseMs === null ? null : Number(row.responseMs),
    sentiment: row.sentiment,
    revision: row.revision,
  };
}
