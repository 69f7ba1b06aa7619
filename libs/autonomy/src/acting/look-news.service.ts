import { Injectable } from '@nestjs/common';

import { AgentRouter } from '#agents';

import { AutonomyEvents } from '../events/autonomy-events.service.js';
import { AutonomyMetrics } from '../events/autonomy-metrics.service.js';
import './autonomy.task.js';
import type { Look } from './group-look.service.js';
import { nearestReason } from './kept-decision.js';

/** What follows on a look that has committed. */
@Injectable()
export class LookNews {
  constructor(
    private readonly router: AgentRouter,
    private readonly events: AutonomyEvents,
    private readonly metrics: AutonomyMetrics,
  ) {}

  async tell({ observed, decision }: Look, seconds: number): Promise<void> {
    const { group, rotated, mood, silenced } = observed;
    this.metrics.looked(seconds, observed.events);
    if (silenced !== undefined) this.events.silenced(group.chatId, silenced);
    if (rotated.mood !== group.mood) this.events.mood({ chatId: group.chatId, ...rotated, mood });
    if (decision) {
      const why = decision.obstacle ?? nearestReason(decision)?.name ?? 'nothing';
      this.metrics.decided(decision.engine, decision.action, why);
    }
    if (decision?.status === 'writing') {
      await this.router.dispatch('autonomy.act', { decisionId: decision.id }, { key: decision.id });
    }
    if (observed.more) await this.router.dispatch('autonomy.look', { chatId: group.chatId, trigger: 'message' });
  }
}
