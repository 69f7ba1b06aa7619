import { hostname } from 'node:os';

import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PgEvents } from '#database';
import { sleep } from '#kernel';
import { Logger } from '#telemetry';

import { AccountAssignments, type AccountAssignment } from './account-assignments.service.js';
import { AccountKeeper } from './account-keeper.js';
import { AccountLease } from './account-lease.js';
import { ACCOUNTS_CHANNEL } from './accounts-channel.js';
import { LeaseConnection } from './lease-connection.js';
import { Sessions } from './sessions.service.js';

/** The accounts are looked at this often even when nothing calls. */
const SWEEP_MS = 5_000;
/** A process is not held up longer by an account that takes its time. */
const FIRST_TRY_MS = 5_000;

/** Has a keeper for every account that this connector should run: they know nothing of each other. */
@Injectable()
export class AccountRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly connection: LeaseConnection;
  private readonly holder = `${hostname()}:${String(process.pid)}`;
  private readonly keepers = new Map<string, AccountKeeper>();
  private readonly ending = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private wake = new AbortController();
  private sweeping: Promise<void> = Promise.resolve();
  private unsubscribe: (() => Promise<void>) | undefined;

  constructor(
    dataSource: DataSource,
    private readonly assignments: AccountAssignments,
    private readonly sessions: Sessions,
    private readonly events: PgEvents,
    private readonly logger: Logger,
  ) {
    this.connection = new LeaseConnection(dataSource);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.sessions.ensureAccount();
    const look = (): void => {
      this.wake.abort();
    };
    this.unsubscribe = await this.events.subscribe(ACCOUNTS_CHANNEL, look, look);
    await Promise.race([this.look(), sleep(FIRST_TRY_MS, this.stopping.signal)]);
    this.sweeping = this.sweep();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.wake.abort();
    await this.unsubscribe?.();
    await this.sweeping;
    for (const accountId of this.keepers.keys()) this.endKeeper(accountId);
    await Promise.all(this.ending.values());
    await this.connection.close();
  }

  private async sweep(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const { signal } = this.wake;
      await sleep(SWEEP_MS, signal);
      if (this.stopping.signal.aborted) return;
      if (signal.aborted) this.wake = new AbortController();
      try {
        // A session that begins slowly is not waited for: the others go on.
        void (await this.assign());
      } catch (error) {
        this.logger.error({ err: error }, 'the accounts could not be looked at; trying again');
      }
    }
  }

  /** Resolves when each new account was tried once. */
  private async look(): Promise<void> {
    const { firstTries } = await this.assign();
    await Promise.all(firstTries);
  }

  private async assign(): Promise<{ readonly firstTries: readonly Promise<void>[] }> {
    const assignments = await this.assignments.of(this.sessions.connectorName);
    const wanted = new Set(assignments.map(({ accountId }) => accountId));
    for (const accountId of this.keepers.keys()) if (!wanted.has(accountId)) this.endKeeper(accountId);
    return { firstTries: assignments.flatMap((assignment) => this.keep(assignment) ?? []) };
  }

  private keep(assignment: AccountAssignment): Promise<void> | undefined {
    const { accountId } = assignment;
    const keeper = this.keepers.get(accountId);
    keeper?.follow(assignment);
    // One that is ending is waited for: the next look finds the account free.
    if (keeper || this.ending.has(accountId)) return undefined;
    const lease = new AccountLease(this.connection, accountId, this.holder);
    const made = new AccountKeeper(lease, assignment, this.sessions.keeperParts());
    this.keepers.set(accountId, made);
    return made.start();
  }

  private endKeeper(accountId: string): void {
    const keeper = this.keepers.get(accountId);
    if (!keeper) return;
    this.keepers.delete(accountId);
    const ended = keeper.end().finally(() => {
      this.ending.delete(accountId);
      // It may be wanted again by now.
      this.wake.abort();
    });
    this.ending.set(accountId, ended);
  }
}
