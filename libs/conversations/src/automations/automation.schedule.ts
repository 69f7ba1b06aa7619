import { Injectable } from '@nestjs/common';

import { Schedule } from '#agents';

import { AutomationSweeps } from './automation-sweeps.service.js';
import { SilentChats } from './silent-chats.service.js';
import { WebhookDesk } from './webhook-desk.service.js';

const MOST_DELIVERIES = 500;

/** When the automations look around by themselves. */
@Injectable()
export class AutomationSchedule {
  constructor(
    private readonly sweeps: AutomationSweeps,
    private readonly silent: SilentChats,
    private readonly webhooks: WebhookDesk,
  ) {}

  @Schedule({ id: 'automation_sweep', name: 'Automations: what was left over', everyMs: 60_000 })
  async sweep(): Promise<void> {
    await this.webhooks.dispatchDue(MOST_DELIVERIES);
    await this.sweeps.sweep();
  }

  @Schedule({ id: 'automation_no_answer', name: 'Automations: chats without an answer', everyMs: 5 * 60_000 })
  async lookForSilence(): Promise<void> {
    await this.silent.look();
    await this.sweeps.sweep();
  }
}
