import type { EngagementEntity } from './engagement.entity.js';

const COLUMNS: Readonly<Record<Exclude<keyof EngagementEntity, 'contact'>, string>> = {
  ...{ id: 'id', contactId: 'contact_id', subjectId: 'subject_id', chatId: 'chat_id', accountId: 'account_id' },
  ...{ characterId: 'character_id', type: 'type', moment: 'moment', memoryIds: 'memory_ids', status: 'status' },
  ...{ reason: 'reason', reasons: 'reasons', body: 'body', wording: 'wording', language: 'language', source: 'source' },
  ...{ templateId: 'template_id', experiment: 'experiment', mode: 'mode', stage: 'stage', dueAt: 'due_at' },
  ...{ expiresAt: 'expires_at', createdAt: 'created_at', approvedAt: 'approved_at', approvedBy: 'approved_by' },
  ...{ handedAt: 'handed_at', outboxId: 'outbox_id', messageId: 'message_id', sentAt: 'sent_at', outcome: 'outcome' },
  ...{ answeredAt: 'answered_at', responseMs: 'response_ms', sentiment: 'sentiment', pendingSlot: 'pending_slot' },
  ...{ queueSlot: 'queue_slot', revision: 'revision' },
};

/** What to select of `engagements` to have rows as the entity names them: for what is read too often to have them put together by TypeORM. */
export const ENGAGEMENT_COLUMNS_SQL = Object.entries(COLUMNS)
  .map(([property, column]) => `engagements.${column} AS "${property}"`)
  .join(', ');
