import { Injectable } from '@nestjs/common';

import { AppError, failpoint } from '#kernel';
import { Logger, Metrics } from '#telemetry';

import type { Action } from './automation.js';
import { ActiveAutomations } from './active-automations.service.js';
import { AutomationActions } from './automation-actions.service.js';
import type { ActionOutcome } from './automation-run.entity.js';
import type { ActiveAutomation } from './automation-view.js';
import { RunBook, type ClaimedRun } from './run-book.service.js';

/** Does what is to be done. Every action bears a repeat: after a crash the run is taken up again. */
@Injectable()
export class AutomationRunner {
  private readonly counted;

  constructor(
    private readonly book: RunBook,
    private readonly active: ActiveAutomations,
    private readonly actions: AutomationActions,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.counted = metrics.counter('automation_actions_total', 'Actions of automations', ['kind', 'outcome']);
  }

  /** Everything that waits in a chat. */
  async perform(chatId: string, signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const run = await this.book.claim(chatId);
      if (!run) return;
      failpoint('automation.claimed');
      await this.work(run);
    }
  }

  private async work(run: ClaimedRun): Promise<void> {
    const automation = (await this.active.all()).find(({ id }) => id === run.automationId);
    if (!automation || !run.chatExists) return this.book.end(run.id, 'dropped');
    const settled = run.outcomes.filter(({ outcome }) => outcome !== 'failed');
    const failed: ActionOutcome[] = [];
    let later = false;
    for (const action of automation.actions) {
      if (settled.some(({ kind }) => kind === action.kind)) continue;
      const result = await this.attempt(action, automation, run);
      (result.outcome.outcome === 'failed' ? failed : settled).push(result.outcome);
      later ||= result.retryable;
      await this.book.note(run.id, [...settled, ...failed]);
      this.counted.inc({ kind: action.kind, outcome: result.outcome.outcome });
    }
    if (later) await this.book.retry(run);
    else await this.book.end(run.id, failed.length > 0 ? 'failed' : 'done');
  }

  /** One that fails does not keep the others from being done. */
  private async attempt(
    action: Action,
    automation: ActiveAutomation,
    run: ClaimedRun,
  ): Promise<{ outcome: ActionOutcome; retryable: boolean }> {
    const { kind } = action;
    try {
      const skipped = await this.actions.perform(action, automation, run);
      const outcome: ActionOutcome =
        skipped === null ? { kind, outcome: 'done' } : { kind, outcome: 'skipped', reason: skipped };
      return { outcome, retryable: false };
    } catch (error) {
      this.logger.warn({ err: error, automationId: automation.id, runId: run.id, kind }, 'an action failed');
      const known = error instanceof AppError;
      return {
        outcome: { kind, outcome: 'failed', reason: known ? error.code : 'server.error' },
        retryable: !known || error.retryable,
      };
    }
  }
}
