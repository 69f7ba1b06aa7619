import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Health, type HealthReport } from '#telemetry';

import { AccountStatuses, type AccountStatus } from './account-statuses.service.js';

/** Shows in `/health` how the WhatsApp accounts are connected. A lost phone never takes the process out of service. */
@Injectable()
export class AccountsHealth implements OnModuleInit {
  constructor(
    private readonly accounts: AccountStatuses,
    private readonly health: Health,
  ) {}

  onModuleInit(): void {
    this.health.register('whatsapp', async () => reportOf(await this.accounts.list()), { required: false });
  }
}

function reportOf(accounts: readonly AccountStatus[]): HealthReport {
  const orphan = accounts.find(({ owned }) => !owned);
  if (orphan) return { status: 'degraded', reason: `no process holds account ${orphan.name}` };
  const worst = accounts.find(({ status }) => status !== 'READY');
  if (!worst) return { status: 'up', accounts: accounts.length };
  return { status: 'degraded', reason: worst.statusReason ?? `account ${worst.name} is ${worst.status}` };
}
