import { Injectable } from '@nestjs/common';

import { AgentRouter } from '#agents';
import { Logger } from '#telemetry';

import { ActiveAutomations } from './active-automations.service.js';
import './automation.task.js';

/** Says that a chat has something for the automations to look at. */
@Injectable()
export class AutomationTrigger {
  constructor(
    private readonly active: ActiveAutomations,
    private readonly router: AgentRouter,
    private readonly logger: Logger,
  ) {}

  /** Never fails: what is lost is found by the sweep. Costs nothing while no automation is switched on. */
  async notice(chatId: string): Promise<void> {
    try {
      if (await this.active.any()) await this.router.dispatch('conversation.observe', { chatId });
    } catch (error) {
      this.logger.warn({ err: error, chatId }, 'a chat was not given to the automations; the sweep will');
    }
  }
}
