import { hostname } from 'node:os';

import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { sleep } from '#kernel';
import { WhatsAppConnector } from '#whatsapp';

import type { Ownership } from '../outbox/ownership.js';
import { AccountLease, LEASE_SECONDS } from './account-lease.js';
import { AccountMemories } from './account-memories.service.js';
import { AccountSession } from './account-session.js';
import { AccountStatuses } from './account-statuses.service.js';
import { ConnectorParts } from './connector-parts.service.js';

/** How often a lease is renewed, and how soon a free one is noticed. */
const RENEW_MS = (LEASE_SECONDS * 1_000) / 3;
const TRY_MS = 500;

/** Owns the account of this process for as long as it holds its lease. */
@Injectable()
export class AccountRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private session: AccountSession | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly connector: WhatsAppConnector,
    private readonly statuses: AccountStatuses,
    private readonly memories: AccountMemories,
    private readonly parts: ConnectorParts,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const accountId = await this.statuses.ensure('default', this.connector.name);
    const lease = new AccountLease(this.dataSource, accountId, `${hostname()}:${String(process.pid)}`);
    await this.tick(lease);
    this.running = this.keep(lease);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async keep(lease: AccountLease): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await sleep(this.session ? RENEW_MS : TRY_MS, this.stopping.signal);
      if (!this.stopping.signal.aborted) await this.tick(lease);
    }
    await this.endSession();
    await this.giveUp(lease);
  }

  private async tick(lease: AccountLease): Promise<void> {
    const held = lease.fencingToken;
    try {
      const owned = await lease.acquire();
      if (!owned || lease.fencingToken !== held) await this.endSession();
      if (owned && !this.session) await this.beginSession(lease);
    } catch (error) {
      this.parts.logger.error(
        { err: error, accountId: lease.accountId },
        'the account could not be opened or kept; trying again',
      );
      await this.endSession();
      await this.giveUp(lease);
    }
  }

  private async beginSession(lease: AccountLease): Promise<void> {
    const { accountId, fencingToken } = lease;
    if (!fencingToken) return;
    const owner: Ownership = {
      accountId,
      fencingToken,
      isHeld: () => lease.fencingToken === fencingToken && lease.isHeld(),
    };
    const memory = await this.memories.of(accountId);
    const session = new AccountSession(this.connector.open(accountId), owner, memory, this.parts);
    this.session = session;
    await session.start();
  }

  private async endSession(): Promise<void> {
    const { session } = this;
    this.session = undefined;
    try {
      await session?.stop();
    } catch (error) {
      this.parts.logger.error({ err: error }, 'a session did not end well');
    }
  }

  /** Somebody else may have more luck with the account. */
  private async giveUp(lease: AccountLease): Promise<void> {
    try {
      await lease.release();
    } catch (error) {
      this.parts.logger.debug({ err: error }, 'the lease could not be given back; it runs out by itself');
    }
  }
}
