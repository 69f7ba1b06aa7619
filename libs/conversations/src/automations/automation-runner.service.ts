import { Injectable } from '@nestjs/common';

import { AppError, failpoint } from '#kernel';
import { Logger, Metrics } from '#telemetry';

import type { Action } from './automation.js';
import { ActiveAutomations } from './active-automations.service.js';
import { AutomationActions } from './automation-actions.service.js';
import type { ActionOutcome } from './automation-run.entity.js';
import type { ActiveAutomation } from './automation-view.js';
import { MOST_TRIES, RunBook, type ClaimedRun } from './run-book.service.js';

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
    const settled = run.outcomes.filter((outcome) => isSettled(outcome, run));
    const open: ActionOutcome[] = [];
    let later = false;
    for (const action of automation.actions) {
      if (settled.some(({ kind }) => kind === action.kind)) continue;
      const { outcome, retryable } = await this.attempt(action, automation, run);
      (isSettled(outcome, run) ? settled : open).push(outcome);
      later ||= retryable;
      await this.book.note(run.id, [...settled, ...open]);
      this.counted.inc({ kind: action.kind, outcome: outcome.outcome });
    }
    const failed = [...settled, ...open].some(({ outcome }) => outcome === 'failed');
    const waits = open.some(({ outcome }) => outcome === 'waiting');
    if (later && !(waits && run.attempts >= MOST_TRIES)) await this.book.retry(run);
    else if (waits) await this.book.wait(run, { isTry: failed });
    else await this.book.end(run.id, failed ? 'failed' : 'done');
  }

  /** One that fails does not keep the others from being done. */
  private async attempt(
    action: Action,
    automation: ActiveAutomation,
    run: ClaimedRun,
  ): Promise<{ outcome: ActionOutcome; retryable: boolean }> {
    const { kind } = action;
    try {
      const result = await this.actions.perform(action, automation, run);
      return { outcome: { kind, ...result }, retryable: false };
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

/** What failed is tried again as often as a run may be; another action may keep the run waiting for longer. */
function isSettled({ outcome }: ActionOutcome, { attempts }: ClaimedRun): boolean {
  return outcome === 'failed' ? attempts > MOST_TRIES : outcome !== 'waiting';
}
