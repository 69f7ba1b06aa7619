import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock, FIRST_ID } from '#kernel';

import { placeAfter, type AbsorptionPlace } from './absorption-place.js';
import type { AbsorptionWrites } from './absorption-step.js';
import type { AfterFailure, TriedSoFar } from './failure-policy.js';

/** One step of one chat, for one character. */
export interface PlaceKey {
  readonly characterId: string;
  readonly chatId: string;
  readonly step: string;
}

/** Where a step stands. */
export interface Standing extends AbsorptionPlace, TriedSoFar {
  readonly version: number;
  readonly narrowed: number | null;
  readonly nextTryAt: Date | null;
  readonly seenAt: Date | null;
}

export interface Move {
  readonly taken: readonly string[];
  readonly narrowed: number | null;
  readonly writes?: AbsorptionWrites;
}

/** Remembers how far each step has come. A place moves only for whoever saw it last. */
@Injectable()
export class AbsorptionPlaces {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async of({ characterId, chatId, step }: PlaceKey): Promise<Standing> {
    const [row] = await this.dataSource.query<Standing[]>(SELECT_SQL, [characterId, chatId, step]);
    return row ?? UNTOUCHED;
  }

  /**
   * Moves on over what was taken in, and writes what was made of it, in one transaction. False when somebody else has moved meanwhile, and when
   * all that was said in the chat was deleted: then nothing is written. The chat is locked first, as by whoever deletes something in it.
   */
  advance(key: PlaceKey, from: Standing, { taken, narrowed, writes }: Move): Promise<boolean> {
    const { settledId, recentIds } = placeAfter(from, taken);
    return this.transactions.run(async (manager) => {
      await manager.query(LOCK_CHAT_SQL, [key.chatId]);
      const deleted = await manager.query<object[]>(DELETED_SQL, [key.chatId]);
      if (deleted.length > 0) return false;
      const values = [...keyOf(key), from.version, settledId, recentIds, narrowed];
      const moved = await manager.query<object[]>(from.version === 0 ? BEGIN_SQL : ADVANCE_SQL, values);
      // TypeORM answers an UPDATE with its rows and their number.
      const rows = (from.version === 0 ? moved : moved[0]) as readonly object[];
      if (rows.length === 0) return false;
      await writes?.(manager);
      return true;
    });
  }

  /** Notes a failure. False when somebody else has moved meanwhile. */
  async fail(key: PlaceKey, from: Standing, code: string, after: AfterFailure): Promise<boolean> {
    const nextTryAt = new Date(this.clock.now().getTime() + after.pauseMs);
    const rows = await this.dataSource.query<object[]>(FAIL_SQL, [
      ...[...keyOf(key), from.version, after.failures, after.strikes],
      ...[after.narrowed ?? from.narrowed, nextTryAt, code],
    ]);
    return rows.length > 0;
  }

  /** The only one of a stretch that fails by itself: it is passed over, with its reason. */
  async leaveOut(key: PlaceKey, from: Standing, messageId: string, code: string): Promise<boolean> {
    const now = this.clock.now();
    const writes = (manager: EntityManager): Promise<void> =>
      manager.query(
        `INSERT INTO memory_unabsorbed (character_id, chat_id, step, message_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING`,
        [...keyOf(key), messageId, code, now],
      );
    return this.advance(key, from, { taken: [messageId], narrowed: from.narrowed, writes });
  }

  /** Nothing is left to do now, or what waits is not enough: it is looked at again after so long, or (null) when the chat has more. */
  async rest(key: PlaceKey, seenMessages: number, againInMs: number | null): Promise<void> {
    const now = this.clock.now();
    const again = againInMs === null ? null : new Date(now.getTime() + againInMs);
    await this.dataSource.query(REST_SQL, [...keyOf(key), seenMessages, now, again]);
  }

  /** Whether it failed a moment ago and is not to be tried yet. */
  isPausing({ nextTryAt }: Standing): boolean {
    return nextTryAt !== null && nextTryAt > this.clock.now();
  }
}

const UNTOUCHED: Standing = {
  settledId: FIRST_ID,
  recentIds: [],
  version: 0,
  failures: 0,
  strikes: 0,
  narrowed: null,
  nextTryAt: null,
  seenAt: null,
};

function keyOf({ characterId, chatId, step }: PlaceKey): string[] {
  return [characterId, chatId, step];
}

const LOCK_CHAT_SQL = 'SELECT 1 FROM chats WHERE id = $1 FOR KEY SHARE';

const DELETED_SQL = `SELECT 1 FROM conversations WHERE chat_id = $1 AND status = 'deleted'`;

const SELECT_SQL = `
SELECT settled_id AS "settledId", recent_ids AS "recentIds", version, failures, strikes, narrowed, next_try_at AS "nextTryAt", seen_at AS "seenAt"
FROM memory_absorptions WHERE character_id = $1 AND chat_id = $2 AND step = $3`;

/** A row of version 0 was made by a failure or a rest: nobody has moved it yet. */
const BEGIN_SQL = `
INSERT INTO memory_absorptions AS place (character_id, chat_id, step, settled_id, recent_ids, version, failures, strikes, narrowed)
VALUES ($1, $2, $3, $5, $6, $4 + 1, 0, 0, $7)
ON CONFLICT ON CONSTRAINT memory_absorptions_pk DO UPDATE SET
  settled_id = excluded.settled_id, recent_ids = excluded.recent_ids, version = excluded.version, failures = 0, strikes = 0,
  narrowed = excluded.narrowed, next_try_at = NULL, last_error = NULL
WHERE place.version = $4
RETURNING 1`;

const ADVANCE_SQL = `
UPDATE memory_absorptions SET settled_id = $5, recent_ids = $6, version = version + 1, failures = 0, strikes = 0, narrowed = $7,
  next_try_at = NULL, last_error = NULL
WHERE character_id = $1 AND chat_id = $2 AND step = $3 AND version = $4
RETURNING 1`;

const FAIL_SQL = `
INSERT INTO memory_absorptions AS place (
  character_id, chat_id, step, settled_id, recent_ids, version, failures, strikes, narrowed, next_try_at, last_error
)
VALUES ($1, $2, $3, '${FIRST_ID}', '{}', 0, $5, $6, $7, $8, $9)
ON CONFLICT ON CONSTRAINT memory_absorptions_pk DO UPDATE SET
  failures = excluded.failures, strikes = excluded.strikes, narrowed = excluded.narrowed, next_try_at = excluded.next_try_at,
  last_error = excluded.last_error
WHERE place.version = $4
RETURNING 1`;

const REST_SQL = `
INSERT INTO memory_absorptions AS place (
  character_id, chat_id, step, settled_id, recent_ids, version, failures, strikes, seen_messages, seen_at, next_try_at
)
VALUES ($1, $2, $3, '${FIRST_ID}', '{}', 0, 0, 0, $4, $5, $6)
ON CONFLICT ON CONSTRAINT memory_absorptions_pk DO UPDATE SET
  seen_messages = excluded.seen_messages, seen_at = excluded.seen_at, next_try_at = excluded.next_try_at`;
