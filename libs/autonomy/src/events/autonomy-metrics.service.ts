import { Injectable } from '@nestjs/common';

import { Metrics } from '#telemetry';

import type { Action } from '../engine/action.js';

/** The figures of speaking unasked in groups. Labels are names of actions, engines and reasons, never of a group. */
@Injectable()
export class AutonomyMetrics {
  private readonly looks;
  private readonly events;
  private readonly decisions;
  private readonly actions;

  constructor(metrics: Metrics) {
    this.looks = metrics.histogram('autonomy_look_duration_seconds', 'How long one look at a group takes');
    this.events = metrics.counter('autonomy_events_total', 'What happened in groups and was taken into account');
    this.decisions = metrics.counter(
      'autonomy_decisions_total',
      'Decisions whether to speak unasked, by engine, action and what spoke most for it or held it back most',
      ['engine', 'action', 'why'],
    );
    this.actions = metrics.counter(
      'autonomy_actions_total',
      'Unasked messages that were decided on, by action and what became of them',
      ['action', 'outcome'],
    );
  }

  /** One look at a group is done: how long it took, and how many new events it found. */
  looked(seconds: number, events: number): void {
    this.looks.observe(seconds);
    this.events.inc(events);
  }

  /** `why` is the name of a check, a gate or an obstacle. */
  decided(engine: string, action: Action | null, why: string): void {
    this.decisions.inc({ engine, action: action ?? 'none', why });
  }

  /** `outcome` is `handed`, or why it was not. */
  acted(action: Action, outcome: string): void {
    this.actions.inc({ action, outcome });
  }
}
