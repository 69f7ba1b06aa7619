import { Injectable } from '@nestjs/common';

import { AgentRouter } from '#agents';
import { AutonomyConfig } from '#config';
import { Logger } from '#telemetry';

import './autonomy.task.js';
import { KnownGroups } from '../groups/known-groups.service.js';

/** The way in for whoever knows that something is new in a chat. */
@Injectable()
export class Autonomy {
  constructor(
    private readonly groups: KnownGroups,
    private readonly router: AgentRouter,
    private readonly config: AutonomyConfig,
    private readonly logger: Logger,
  ) {}

  /** Never fails: what is lost is seen at the next look. Costs nothing for a chat that is no group. */
  async notice(chatId: string): Promise<void> {
    if (!this.config.enabled) return;
    try {
      if (await this.groups.has(chatId)) await this.router.dispatch('autonomy.look', { chatId, trigger: 'message' });
    } catch (error) {
      this.logger.warn({ err: error, chatId }, 'a group was not given to the autonomy engine; its next message will');
    }
  }
}
