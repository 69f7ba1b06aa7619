import { DataSource } from 'typeorm';

import { Transactions } from '#database';
import { Clock, newId } from '#kernel';
import { DEFAULT_CHARACTER_ID } from '#memory';
import { Conversations, People } from '#messaging';
import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp, type TestPhone } from '#testing/app';

import { PeopleReader } from '../src/people/people-reader.service.js';
import type { Engagement } from '../src/store/engagement.js';
import { Engagements } from '../src/store/engagements.service.js';
import type { NewEngagement } from '../src/store/new-engagement.js';

const HOUR_MS = 3_600_000;
/** So many callers race, each on a connection of its own. */
const CALLERS = 40;
const WALLS = { perPerson: 1_000, inAll: 10_000 };

/** What all plans say. */
export const OUTREACH = 'How was your week so far?';

/** Somebody close, who has been silent for two days. */
export interface Friend {
  readonly contactId: string;
  readonly chatId: string;
  readonly accountId: string;
}

export interface PersonRow {
  readonly unanswered: number;
  readonly last_engaged_at: Date | null;
  readonly paused_until: Date | null;
}

/** The application, with people to whom it may write first at any hour. Nothing is planned but what a test plans. */
export class EngagementStage {
  private made = 0;

  private constructor(
    private readonly database: TestDatabase,
    readonly app: TestApp,
  ) {}

  static async open(env: Readonly<Record<string, string>> = {}): Promise<EngagementStage> {
    const database = await createTestDatabase();
    const app = await TestApp.start({
      databaseUrl: database.url,
      env: {
        ...{ PROACTIVE_MODE: 'automatic', PROACTIVE_QUIET_HOURS: '00:00-00:00', MEMORY_ENABLED: 'false' },
        ...{ PACING: 'off', MESSAGE_RATE_LIMIT: '0/minute', DATABASE_POOL_SIZE: String(CALLERS + 10), ...env },
      },
    });
    return new EngagementStage(database, app);
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.app.get(type, { strict: false });
  }

  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.part(DataSource).query<T[]>(sql, parameters);
  }

  async row<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    const [row] = await this.rows<T>(sql, parameters);
    if (!row) throw new Error('there is no such row');
    return row;
  }

  phone(): TestPhone {
    this.made += 1;
    return this.app.phone(`346${String(this.made).padStart(8, '0')}`);
  }

  /** On WhatsApp. */
  async friend(phone: TestPhone): Promise<Friend> {
    await phone.say('hello');
    await this.app.drained();
    const { id } = await this.row<{ id: string }>('SELECT id FROM chats WHERE external_id LIKE $1', [
      `${phone.number}%`,
    ]);
    return this.closeTo(id);
  }

  /** On the web. */
  async visitor(): Promise<Friend> {
    this.made += 1;
    const contactId = await this.part(People).resolve(`friend-${this.made}`);
    const { id } = await this.part(Conversations).create({ contactId });
    return this.closeTo(id);
  }

  /** A plan for them, with words, due now unless said otherwise. */
  async plan(friend: Friend, given: Partial<NewEngagement> = {}, text = OUTREACH): Promise<string> {
    const [id] = await this.plans(friend, 1, given, text);
    return id ?? '';
  }

  /** As many at once. */
  async plans(
    friend: Friend,
    count: number,
    given: Partial<NewEngagement> = {},
    text = OUTREACH,
  ): Promise<readonly string[]> {
    const now = this.part(Clock).now();
    const plan: NewEngagement = {
      ...{ ...friend, characterId: DEFAULT_CHARACTER_ID, type: 'check_in', moment: null, memoryIds: [], reasons: [] },
      ...{ experiment: null, mode: 'automatic', stage: 'close_friend', dueAt: now },
      expiresAt: new Date(now.getTime() + 6 * HOUR_MS),
      ...given,
    };
    return this.part(Transactions).run(async (manager) => {
      const plans = Array.from({ length: count }, () => plan);
      const ids = await this.part(Engagements).insertAll(manager, plans, WALLS);
      for (const id of ids) {
        if (id === null) throw new Error('there was no place left for the plan');
        await this.part(Engagements).write(manager, id, { text, source: 'template', language: 'en' });
      }
      return ids.filter((id) => id !== null);
    });
  }

  find(id: string): Promise<Engagement> {
    return this.part(Engagements).find(id);
  }

  person(friend: Friend): Promise<PersonRow> {
    return this.row('SELECT * FROM engagement_people WHERE contact_id = $1', [friend.contactId]);
  }

  /** They write, now. */
  async answer(friend: Friend): Promise<void> {
    await this.rows(
      `INSERT INTO messages (id, chat_id, external_id, author, subject_id, kind, sent_at, stored_at)
       SELECT gen_random_uuid(), id, 'answer', 'contact', subject_id, 'text', now(), now() FROM chats WHERE id = $1`,
      [friend.chatId],
    );
  }

  /** As if so much time had passed since everything that was said and sent to them. */
  async pass(friend: Friend, ms: number): Promise<void> {
    const by = "$2 * interval '1 millisecond'";
    const chat = [friend.chatId, ms];
    await this.rows(
      `UPDATE messages SET sent_at = sent_at - ${by}, stored_at = stored_at - ${by} WHERE chat_id = $1`,
      chat,
    );
    await this.rows(
      `UPDATE chats SET last_message_at = last_message_at - ${by}, first_message_at = first_message_at - ${by},
         opted_out_at = opted_out_at - ${by} WHERE id = $1`,
      chat,
    );
    await this.rows(
      `UPDATE outbox SET gated_at = gated_at - ${by}, sent_at = sent_at - ${by} WHERE chat_id = $1`,
      chat,
    );
    const person = [friend.contactId, ms];
    await this.rows(
      `UPDATE engagements SET created_at = created_at - ${by}, handed_at = handed_at - ${by}, sent_at = sent_at - ${by} WHERE contact_id = $1`,
      person,
    );
    await this.rows(
      `UPDATE engagement_people SET last_engaged_at = last_engaged_at - ${by} WHERE contact_id = $1`,
      person,
    );
    await this.rows(
      `UPDATE relationships SET last_interaction_at = last_interaction_at - ${by} WHERE contact_id = $1`,
      person,
    );
  }

  /** Works all items off, by many callers at once. Answers the results in whatever order they came. */
  async race<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
    const waiting = items.values();
    const results: R[] = [];
    const callers = Array.from({ length: CALLERS }, async () => {
      for (const item of waiting) results.push(await work(item));
    });
    await Promise.all(callers);
    return results;
  }

  /** What is known of them now. */
  async known(friend: Friend) {
    const { manager } = this.part(DataSource);
    return (await this.part(PeopleReader).load(manager, [friend.contactId], this.part(Clock).now())).get(
      friend.contactId,
    );
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }

  private async closeTo(chatId: string): Promise<Friend> {
    const friend = await this.row<Friend>(
      'SELECT id AS "chatId", contact_id AS "contactId", account_id AS "accountId" FROM chats WHERE id = $1',
      [chatId],
    );
    await this.rows(
      `INSERT INTO relationships (character_id, contact_id, id, subject_id, level, trust, intimacy, level_root, trust_root, intimacy_root,
         tone, openness, recent_talk, recent_harm, stage, total_interactions, first_interaction_at, last_interaction_at, version)
       VALUES ($1, $2, $3, $2, 60, 60, 60, 60, 60, 60, 0, 0, 0, 0, 'close_friend', 50, now(), now(), 1)
       ON CONFLICT (contact_id, character_id) DO UPDATE SET level = 60, trust = 60, intimacy = 60, stage = 'close_friend'`,
      [DEFAULT_CHARACTER_ID, friend.contactId, newId()],
    );
    await this.pass(friend, 48 * HOUR_MS);
    return friend;
  }
}
