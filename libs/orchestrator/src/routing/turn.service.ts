import { Injectable } from '@nestjs/common';

import { AgentRouter } from '#agents';
import { COMPANION } from '#companions';
import { Clock, failpoint } from '#kernel';
import { TurnRouting, type RoutedTurn } from '#messaging';
import { Metrics } from '#telemetry';

import { TurnRules } from './turn-rules.service.js';

/** Decides what becomes of what is new in a chat, and hands it to the agent that answers. */
@Injectable()
export class TurnService {
  constructor(
    private readonly routing: TurnRouting,
    private readonly router: AgentRouter,
    private readonly rules: TurnRules,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async takeTurn(chatId: string): Promise<void> {
    const routed = await this.routing.route(chatId, await this.rules.decider(chatId));
    switch (routed.kind) {
      case 'nothing':
        if (routed.wakes) await this.handOver(routed.wakes, chatId);
        return;
      case 'early':
        await this.comeBack(chatId, routed.dueAt);
        return;
      case 'done':
        failpoint('turn.routed');
        this.count(routed);
        if (routed.wakes) await this.handOver(routed.wakes, chatId);
        return;
    }
  }

  /** Says to the agent of a turn that its chat has something for it. */
  async handOver(agent: string, chatId: string): Promise<void> {
    if (agent === COMPANION) await this.router.dispatch('companion.reply', { chatId });
  }

  /** The burst goes on: the job that is running now makes room for one that comes when it should be over. */
  private async comeBack(chatId: string, dueAt: Date): Promise<void> {
    const delayMs = Math.max(0, dueAt.getTime() - this.clock.now().getTime());
    await this.router.dispatch('chat.turn', { chatId }, { delayMs });
  }

  private count({ decision }: Extract<RoutedTurn, { kind: 'done' }>): void {
    const onDuty = decision.kind === 'answer' && decision.only !== undefined;
    const reason = decision.kind === 'answer' && decision.only === undefined ? decision.agent : decision.reason;
    this.metrics
      .counter('turns_total', 'Turns by what was decided', ['decision', 'reason'])
      .inc({ decision: onDuty ? decision.only : decision.kind, reason });
  }
}
