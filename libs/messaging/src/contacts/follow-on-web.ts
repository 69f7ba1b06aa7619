import type { EntityManager } from 'typeorm';

import { WEB_ACCOUNT_ID } from '../web/web-account.js';
import type { Merge } from './merge-followers.service.js';

/**
 * What a person has on the web follows them when two contacts turn out to be one: conversations, and what their clients were to be told, after
 * what the other's were. The web chats are locked before; the streams come last.
 */
export async function followOnWeb(manager: EntityManager, { from, into }: Merge): Promise<void> {
  await manager.query('UPDATE chats SET contact_id = $2 WHERE account_id = $3 AND contact_id = $1', [
    from,
    into,
    WEB_ACCOUNT_ID,
  ]);
  await manager.query('UPDATE conversations SET contact_id = $2 WHERE contact_id = $1', [from, into]);
  await manager.query('UPDATE socket_sessions SET contact_id = $2 WHERE contact_id = $1', [from, into]);
  const streams: { contact_id: string }[] = await manager.query(
    'SELECT contact_id FROM person_streams WHERE contact_id IN ($1, $2) ORDER BY contact_id FOR UPDATE',
    [from, into],
  );
  if (streams.some((stream) => stream.contact_id === from)) await manager.query(FOLLOW_STREAM_SQL, [from, into]);
  await manager.query('DELETE FROM person_streams WHERE contact_id = $1', [from]);
}

const FOLLOW_STREAM_SQL = `
WITH gone AS (
  DELETE FROM person_events WHERE contact_id = $1 RETURNING *
), added AS (
  SELECT count(*) AS events FROM gone
), stream AS (
  INSERT INTO person_streams (contact_id, position) SELECT $2, events FROM added
  ON CONFLICT (contact_id) DO UPDATE SET position = person_streams.position + excluded.position
  RETURNING position
)
INSERT INTO person_events (contact_id, position, chat_id, event, message_id, payload, created_at)
SELECT $2, stream.position - added.events + row_number() OVER (ORDER BY gone.position), chat_id, event, message_id, payload, created_at
FROM gone, added, stream`;
