import { Injectable } from '@nestjs/common';

import { MemoryConfig } from '#config';
import { Logger, Metrics } from '#telemetry';

import { chooseFacts } from './choose-facts.js';
import { chooseRecalled } from './choose-recalled.js';
import { CONTEXT_POLICY } from './context-policy.js';
import { conversationState } from './conversation-state.js';
import { RecalledMemories } from './recalled-memories.service.js';
import type { ContextRequest, RememberedContext } from './remembered-context.js';
import { StandingContexts, type StandingContext } from './standing-contexts.service.js';
import { withinScope } from './within-scope.js';

const NO_STANDING: StandingContext = { summary: null, profile: null, relationship: null };

/** What a character remembers when it answers. */
@Injectable()
export class MemoryContext {
  private readonly failures;
  private readonly duration;

  constructor(
    private readonly standing: StandingContexts,
    private readonly recalled: RecalledMemories,
    private readonly config: MemoryConfig,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.failures = metrics.counter(
      'memory_context_failures_total',
      'Parts of what is remembered that an answer went without',
      ['part'],
    );
    this.duration = metrics.histogram(
      'memory_context_duration_seconds',
      'How long an answer waited for what is remembered',
    );
  }

  /** Never throws, and never takes longer than a second: what could not be remembered in time is missing. */
  async of(request: ContextRequest): Promise<RememberedContext> {
    const ended = this.duration.startTimer();
    const patience = AbortSignal.timeout(CONTEXT_POLICY.patienceMs);
    const signal = request.signal ? AbortSignal.any([request.signal, patience]) : patience;
    const scope = this.recalled.scope(request);
    const [standing, known, found] = await Promise.all([
      this.orNothing('standing', async () => this.standing.of(request, (await scope).revision), NO_STANDING, signal),
      this.orNothing('known', async () => this.recalled.known(request, await scope), [], signal),
      this.orNothing('recalled', async () => this.recalled.found({ ...request, signal }, await scope), [], signal),
    ]);
    ended();
    const fitting = withinScope(found, known, request.chat.kind === 'group' ? request.chat.id : null);
    return {
      ...standing,
      facts: chooseFacts(fitting, known, this.config.maxFacts),
      recalled: chooseRecalled(fitting, request.recent, standing.summary),
      state: conversationState(request.recent, standing.relationship?.mood?.emotion ?? null),
    };
  }

  private async orNothing<T>(part: string, remember: () => Promise<T>, nothing: T, signal: AbortSignal): Promise<T> {
    try {
      return await orAborted(remember(), signal);
    } catch (error) {
      this.failures.inc({ part });
      this.logger.warn({ err: error, part }, 'an answer goes without what is remembered');
      return nothing;
    }
  }
}

/** What `work` gives, or a rejection as soon as `signal` aborts. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(new Error('given up'));
    };
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', giveUp);
    });
  });
}
