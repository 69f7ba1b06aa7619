import { hostname } from 'node:os';

import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { sleep } from '#kernel';
import { WhatsAppConnector } from '#whatsapp';

import { AccountLease, LEASE_SECONDS } from './account-lease.js';
import { AccountSession, type SessionParts } from './account-session.js';
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
    await lease.release();
  }

  private async tick(lease: AccountLease): Promise<void> {
    try {
      const held = lease.fencingToken;
      if (!(await lease.acquire())) await this.endSession();
      else if (lease.fencingToken !== held) await this.beginSession(lease);
    } catch (error) {
      this.parts.logger.error({ err: error, accountId: lease.accountId }, 'the lease of the account was lost');
      await this.endSession();
    }
  }

  private async beginSession({ accountId, fencingToken }: AccountLease): Promise<void> {
    await this.endSession();
    if (!fencingToken) return;
    const parts: SessionParts = this.parts;
    this.session = new AccountSession(this.connector.open(accountId), { accountId, fencingToken }, parts);
    await this.session.start();
  }

  private async endSession(): Promise<void> {
    const { session } = this;
    this.session = undefined;
    await session?.stop();
  }
}
