import { Injectable } from '@nestjs/common';

import { AppError } from '#kernel';
import { WhatsAppConnector, type ConnectionStatus } from '#whatsapp';

import type { Ownership } from '../outbox/ownership.js';
import { AccountAssignments } from './account-assignments.service.js';
import type { KeeperParts } from './account-keeper.js';
import { AccountMemories } from './account-memories.service.js';
import { AccountSession } from './account-session.js';
import { AccountStatuses } from './account-statuses.service.js';
import { ConnectorParts } from './connector-parts.service.js';

/** The account that there is without anybody having made one. */
const DEFAULT_ACCOUNT = 'default';
const LOGGED_OUT = 'The operator logged this account out. Start it to link one again.';

/** Opens sessions of accounts on this process's connector. */
@Injectable()
export class Sessions {
  constructor(
    private readonly connector: WhatsAppConnector,
    private readonly memories: AccountMemories,
    private readonly statuses: AccountStatuses,
    private readonly assignments: AccountAssignments,
    private readonly parts: ConnectorParts,
  ) {}

  get connectorName(): string {
    return this.connector.name;
  }

  async ensureAccount(): Promise<void> {
    await this.statuses.ensure(DEFAULT_ACCOUNT, this.connector.name);
  }

  keeperParts(): KeeperParts {
    return {
      open: (owner) => this.open(owner),
      failed: (owner, error) => this.failed(owner, error),
      loggedOut: (owner, requestedAt) => this.loggedOut(owner, requestedAt),
      logger: this.parts.logger,
    };
  }

  private async open(owner: Ownership): Promise<AccountSession> {
    const memory = await this.memories.of(owner.accountId);
    return new AccountSession(this.connector.open(owner.accountId), owner, memory, this.parts);
  }

  private failed(owner: Ownership, error: unknown): Promise<void> {
    const reason = error instanceof AppError ? error.message : 'The account could not be opened; the log tells why.';
    return this.tell(owner, { state: 'FAILED', reason, since: new Date() });
  }

  /** Told before the logout counts as done: what comes between is told again. */
  private async loggedOut(owner: Ownership, requestedAt: Date): Promise<void> {
    await this.tell(owner, { state: 'LOGGED_OUT', reason: LOGGED_OUT, since: new Date() });
    await this.assignments.logoutDone(owner, requestedAt);
  }

  private tell(owner: Ownership, status: ConnectionStatus): Promise<void> {
    return this.parts.observed.take(owner, { type: 'status', status });
  }
}
