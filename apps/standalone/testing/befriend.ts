import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { DEFAULT_CHARACTER_ID } from '#memory';
import type { TestApp, TestPhone } from '#testing/app';

export interface Friend {
  readonly contactId: string;
  readonly chatId: string;
}

/** Somebody says hello, and is a close friend who wrote last two days ago. */
export async function befriend(app: TestApp, phone: TestPhone): Promise<Friend> {
  const { chat } = await phone.say('Hello, how are you?');
  await app.drained();
  const dataSource = app.app.get(DataSource);
  const [friend] = await dataSource.query<Friend[]>(
    'SELECT id AS "chatId", contact_id AS "contactId" FROM chats WHERE external_id = $1',
    [chat],
  );
  if (!friend) throw new Error(`${chat} was not taken in`);
  await longAgo(app, friend);
  await dataSource.query(
    `INSERT INTO relationships (id, character_id, contact_id, subject_id, level, trust, intimacy, level_root, trust_root, intimacy_root, tone,
       openness, recent_talk, recent_harm, stage, total_interactions, first_interaction_at, last_interaction_at, version)
     VALUES ($1, $2, $3, $3, 60, 60, 60, 60, 60, 60, 0, 0, 0, 0, 'close_friend', 50, now(), now() - interval '2 days', 1)
     ON CONFLICT (contact_id, character_id) DO UPDATE SET level = 60, trust = 60, intimacy = 60, stage = 'close_friend',
       last_interaction_at = excluded.last_interaction_at`,
    [newId(), DEFAULT_CHARACTER_ID, friend.contactId],
  );
  return friend;
}

/** As if two days had passed since everything that was said and sent there. */
export async function longAgo(app: TestApp, { chatId, contactId }: Friend): Promise<void> {
  const dataSource = app.app.get(DataSource);
  for (const change of PASSED)
    await dataSource.query(change, [change.includes('contact_id = $1') ? contactId : chatId]);
}

const PASSED = [
  `UPDATE messages SET sent_at = sent_at - interval '2 days', stored_at = stored_at - interval '2 days' WHERE chat_id = $1`,
  `UPDATE chats SET last_message_at = last_message_at - interval '2 days', first_message_at = first_message_at - interval '2 days' WHERE id = $1`,
  `UPDATE outbox SET gated_at = gated_at - interval '2 days', sent_at = sent_at - interval '2 days' WHERE chat_id = $1`,
  `UPDATE engagements SET created_at = created_at - interval '2 days', handed_at = handed_at - interval '2 days',
     sent_at = sent_at - interval '2 days' WHERE contact_id = $1`,
  `UPDATE engagement_people SET last_engaged_at = last_engaged_at - interval '2 days' WHERE contact_id = $1`,
  `UPDATE relationships SET last_interaction_at = last_interaction_at - interval '2 days' WHERE contact_id = $1`,
];
