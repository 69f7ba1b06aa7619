import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { queryPrepared } from '#database';
import { WEB_ACCOUNT_ID } from '#messaging';

import type { AccountStanding } from '../planning/person-state.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { ACCOUNTS, KNOWN, REACHED } from './accounts.sql.js';
import { isBraked, type LatelyReached } from './is-braked.js';

/** Whether an account can write now. */
export type AccountConnection = Pick<AccountStanding, 'id' | 'connector' | 'ready' | 'stopped'>;
type Known = Pick<AccountStanding, 'id' | 'knownSince' | 'answeredChats'>;
type Reached = Pick<AccountStanding, 'id'> & LatelyReached;

interface Kept<T> {
  readonly of: T;
  readonly at: number;
}

/** Too many who leave stop an account soon. */
const REACHED_MS = 60_000;
/** How well an account is known only grows, and slowly; counting it is dear. */
const KNOWN_MS = 10 * 60_000;
/** Whoever has talked with enough people has done so for longer. */
const TRUSTED_MS = 24 * 60 * 60_000;
/** No setting asks for more. */
const MOST_CHATS = 100_000;

/** The accounts that would write: whether they can now, and how far they are trusted. */
@Injectable()
export class AccountBoard {
  private readonly known = new Map<string, Kept<Known>>();
  private readonly reached = new Map<string, Kept<Reached>>();

  constructor(private readonly policies: EngagementPolicies) {}

  /** Those in which these people have chats. */
  connections(manager: EntityManager, contactIds: readonly string[], now: Date): Promise<readonly AccountConnection[]> {
    return queryPrepared<AccountConnection>(manager, ACCOUNTS, [contactIds, now, WEB_ACCOUNT_ID]);
  }

  async standings(
    manager: EntityManager,
    connections: readonly AccountConnection[],
    now: Date,
  ): Promise<ReadonlyMap<string, AccountStanding>> {
    const { settings } = await this.policies.current(manager);
    const accountIds = connections.map(({ id }) => id);
    await Promise.all([
      this.learnKnown(manager, accountIds, settings.trustAfterChats, now),
      this.learnReached(manager, accountIds, now),
    ]);
    return new Map(
      connections.flatMap((connection) => {
        const known = this.known.get(connection.id)?.of;
        const reached = this.reached.get(connection.id)?.of;
        if (!known || !reached) return [];
        const { knownSince, answeredChats } = known;
        const braked = isBraked(reached, settings.maxOptOutShare);
        return [[connection.id, { ...connection, knownSince, answeredChats, braked }]];
      }),
    );
  }

  private async learnKnown(
    manager: EntityManager,
    accountIds: readonly string[],
    enoughChats: number,
    now: Date,
  ): Promise<void> {
    const most = Math.min(Math.max(enoughChats, 1), MOST_CHATS);
    const stale = accountIds.filter((id) => {
      const kept = this.known.get(id);
      return !isFresh(kept, now, kept && kept.of.answeredChats >= most ? TRUSTED_MS : KNOWN_MS);
    });
    if (stale.length === 0) return;
    for (const of of await queryPrepared<Known>(manager, KNOWN, [stale, now, WEB_ACCOUNT_ID, most])) {
      this.known.set(of.id, { of, at: now.getTime() });
    }
  }

  private async learnReached(manager: EntityManager, accountIds: readonly string[], now: Date): Promise<void> {
    const stale = accountIds.filter((id) => !isFresh(this.reached.get(id), now, REACHED_MS));
    if (stale.length === 0) return;
    for (const of of await queryPrepared<Reached>(manager, REACHED, [stale, now])) {
      this.reached.set(of.id, { of, at: now.getTime() });
    }
  }
}

function isFresh(kept: Kept<unknown> | undefined, now: Date, forMs: number): boolean {
  return kept !== undefined && Math.abs(now.getTime() - kept.at) <= forMs;
}
