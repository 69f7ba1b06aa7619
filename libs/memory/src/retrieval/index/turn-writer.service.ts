import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { SpokenMessage } from '#messaging';

import { analyse } from '../analysis/analyse.js';
import { FeatureKeys } from './feature-keys.service.js';
import { encodeFeatures } from './turn-features.js';

/** A message to be found later. */
export interface IndexableTurn extends Pick<SpokenMessage, 'id' | 'author' | 'senderId' | 'text' | 'sentAt'> {
  readonly subjectId: string;
  /** Of this text; null: it was never edited, or nobody knows. */
  readonly editedAt: Date | null;
}

/** Writes what turns are found by. */
@Injectable()
export class TurnWriter {
  constructor(private readonly keys: FeatureKeys) {}

  /** In the caller's transaction. The same turns again change nothing. */
  async write(manager: EntityManager, chatId: string, turns: readonly IndexableTurn[]): Promise<void> {
    const rows = turns.filter(({ text }) => text !== '');
    if (rows.length === 0) return;
    await manager.query(LOCK_SQL, [chatId]);
    await manager.query(WRITE_SQL, [
      chatId,
      rows.map(({ id }) => id),
      rows.map(({ subjectId }) => subjectId),
      rows.map(({ senderId }) => senderId),
      rows.map(({ author }) => author),
      rows.map(({ sentAt }) => sentAt),
      rows.map(({ editedAt }) => editedAt),
      rows.map(({ text }) => encodeFeatures(this.keys.featuresOf(analyse(text)))),
    ]);
  }
}

/** Positions of one chat become visible in their order: whoever asks for what is after the last one misses nothing. */
export const LOCK_SQL = `SELECT pg_advisory_xact_lock(hashtextextended('memory-turns/' || $1::text, 0))`;

const WRITE_SQL = `
INSERT INTO memory_turns AS turn (message_id, chat_id, position, subject_id, sender_id, author, sent_at, edited_at, features)
SELECT message_id, $1, nextval('memory_turn_positions'), subject_id, sender_id, author, sent_at, edited_at, features
FROM (
  SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::bytea[])
    AS input (message_id, subject_id, sender_id, author, sent_at, edited_at, features)
  ORDER BY sent_at, message_id
) AS input
ON CONFLICT (message_id) DO UPDATE SET chat_id = excluded.chat_id, position = excluded.position, sender_id = excluded.sender_id,
  sent_at = excluded.sent_at, edited_at = excluded.edited_at, features = excluded.features
WHERE (turn.chat_id, turn.sender_id, turn.features) IS DISTINCT FROM (excluded.chat_id, excluded.sender_id, excluded.features)
  OR turn.edited_at IS DISTINCT FROM coalesce(excluded.edited_at, turn.edited_at)`;
