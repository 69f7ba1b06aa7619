import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Health, type HealthReport } from '#telemetry';

import { AccountStatuses } from './account-statuses.service.js';
import type { AccountStatus } from './account-view.js';

/** Shows in `/health` how the WhatsApp accounts are connected. A lost phone never takes the process out of service. */
@Injectable()
export class AccountsHealth implements OnModuleInit {
  constructor(
    private readonly accounts: AccountStatuses,
    private readonly health: Health,
  ) {}

  onModuleInit(): void {
    this.health.register('whatsapp', async () => accountsReport(await this.accounts.list()), { required: false });
  }
}

/** One that the operator has stopped is as it should be. */
export function accountsReport(accounts: readonly AccountStatus[]): HealthReport {
  const running = accounts.filter(({ wanted }) => wanted === 'running');
  const figures = { accounts: accounts.length, running: running.length };
  const orphan = running.find(({ owned, status }) => !owned && status === 'STOPPED');
  if (orphan) return { status: 'degraded', reason: `no process holds account ${orphan.name}`, ...figures };
  const worst = running.find(({ status }) => status !== 'READY');
  if (!worst) return { status: 'up', ...figures };
  return { status: 'degraded', reason: worst.statusReason ?? `account ${worst.name} is ${worst.status}`, ...figures };
}
