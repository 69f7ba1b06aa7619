import type { Statement } from '#database';
import type { MessageKind } from '#whatsapp';

import type { OutboxOrigin, OutboxState } from './outbox.entity.js';

/** A message as it is put into the outbox. */
export interface NewOutboxRow {
  readonly id: string;
  readonly accountId: string;
  readonly chatId: string;
  readonly turnId: string | null;
  readonly part: number;
  readonly idempotencyKey: string | null;
  readonly messageId: string;
  readonly origin: OutboxOrigin;
  readonly subjectId: string;
  readonly kind: MessageKind;
  readonly body: Buffer;
  readonly template: Buffer | null;
  readonly quotedId: string | null;
  readonly state: OutboxState;
  readonly expiresAt: Date | null;
  /** As JSON. */
  readonly traits: string | null;
  readonly approvedAt: Date | null;
  readonly unlessHeardSince: Date | null;
}

/** `INSERT`'s parameters. */
export function insertParameters(rows: readonly NewOutboxRow[], now: Date): unknown[] {
  const column = <Key extends keyof NewOutboxRow>(key: Key): NewOutboxRow[Key][] => rows.map((row) => row[key]);
  return [
    ...[column('id'), column('accountId'), column('chatId'), column('turnId'), column('part')],
    ...[column('idempotencyKey'), column('messageId'), column('origin'), column('subjectId'), column('kind')],
    ...[column('body'), column('template'), column('quotedId'), column('state'), column('expiresAt')],
    ...[column('traits'), column('approvedAt'), column('unlessHeardSince'), now],
  ];
}

/** Puts rows in, in their order; those that are there already stay as they are. Answers which are new. */
export const INSERT: Statement = {
  name: 'outbox.insert',
  text: `
INSERT INTO outbox (id, account_id, chat_id, turn_id, part, idempotency_key, message_id, origin, subject_id, kind, body, template, quoted_id,
  state, expires_at, traits, approved_at, unless_heard_since, not_before, created_at)
SELECT id, account_id, chat_id, turn_id, part, idempotency_key, message_id, origin, subject_id, kind, body, template, quoted_id,
  state, expires_at, traits::jsonb, approved_at, unless_heard_since, $19, $19
FROM unnest(
  $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::text[],
  $11::bytea[], $12::bytea[], $13::text[], $14::text[], $15::timestamptz[], $16::text[], $17::timestamptz[], $18::timestamptz[]
) WITH ORDINALITY AS input (
  id, account_id, chat_id, turn_id, part, idempotency_key, message_id, origin, subject_id, kind,
  body, template, quoted_id, state, expires_at, traits, approved_at, unless_heard_since, place
)
ORDER BY place
ON CONFLICT DO NOTHING RETURNING id`,
};
