import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { WEB_ACCOUNT_ID } from '#messaging';

import type { AccountStanding } from '../planning/person-state.js';
import { EngagementPolicies } from '../tuning/engagement-policies.service.js';
import { ACCOUNTS_SQL, TRUST_SQL } from './accounts.sql.js';
import { isBraked, type LatelyReached } from './is-braked.js';

type Connection = Pick<AccountStanding, 'id' | 'connector' | 'ready' | 'stopped'>;
type Trust = Pick<AccountStanding, 'id' | 'knownSince' | 'answeredChats'> & LatelyReached;

/** How well an account is known changes slowly, and counting it is dear. */
const TRUST_KEPT_MS = 60_000;
/** No setting asks for more. */
const MOST_CHATS = 100_000;

/** The accounts that would write: whether they can now, and how far they are trusted. */
@Injectable()
export class AccountBoard {
  private readonly trust = new Map<string, { readonly of: Trust; readonly at: number }>();

  constructor(private readonly policies: EngagementPolicies) {}

  async standings(
    manager: EntityManager,
    accountIds: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, AccountStanding>> {
    const { settings } = await this.policies.current(manager);
    const connections = await manager.query<Connection[]>(ACCOUNTS_SQL, [accountIds, now, WEB_ACCOUNT_ID]);
    await this.learnTrust(manager, accountIds, settings.trustAfterChats, now);
    return new Map(
      connections.flatMap((connection) => {
        const known = this.trust.get(connection.id)?.of;
        if (!known) return [];
        const { knownSince, answeredChats } = known;
        const braked = isBraked(known, settings.maxOptOutShare);
        return [[connection.id, { ...connection, knownSince, answeredChats, braked }]];
      }),
    );
  }

  private async learnTrust(
    manager: EntityManager,
    accountIds: readonly string[],
    enoughChats: number,
    now: Date,
  ): Promise<void> {
    const stale = accountIds.filter((id) => {
      const kept = this.trust.get(id);
      return !kept || Math.abs(now.getTime() - kept.at) > TRUST_KEPT_MS;
    });
    if (stale.length === 0) return;
    const most = Math.min(Math.max(enoughChats, 1), MOST_CHATS);
    for (const of of await manager.query<Trust[]>(TRUST_SQL, [stale, now, WEB_ACCOUNT_ID, most])) {
      this.trust.set(of.id, { of, at: now.getTime() });
    }
  }
}
