import { AppError, type Clock } from '#kernel';

import { llmError } from '../llm.errors.js';
import type { CompletionRequest } from '../port/completion-request.js';
import type { AttemptResult } from './attempt-result.js';
import type { CallPolicy } from './call-policy.js';
import { admit, CLOSED, settle, type CallVerdict } from './circuit.js';
import { Deadline, type Sleep } from './deadline.js';
import { retryDelay } from './retry-policy.js';
import { Slots } from './slots.js';
import { SpentError } from './spent-error.js';
import type { UsageObserver } from './usage-observer.js';

/** What counts of a question here: an embedding has no more. */
export type AttemptedRequest = Pick<CompletionRequest, 'purpose' | 'contactId' | 'signal'>;

/** One attempt under way: race the work against its deadline, then end it with what came out. */
export interface Attempt {
  readonly deadline: Deadline;
  end(outcome: AttemptResult | AppError): void;
}

/** Time and chance, to be replaced in tests. */
export interface Surroundings {
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** 0 to below 1. */
  readonly random: () => number;
}

/** Codes that say that the provider fails, and not just this call. */
const PROVIDER_FAILS = new Set([
  'llm.overloaded',
  'llm.timeout',
  'llm.unavailable',
  'llm.interrupted',
  'llm.empty-output',
]);

/** Admits attempts at one provider (circuit, slots, deadline), settles them, and waits between them. */
export class Attempts {
  private readonly slots: Slots;
  private circuit = CLOSED;

  constructor(
    private readonly provider: string,
    private readonly policy: CallPolicy,
    private readonly surroundings: Surroundings,
    private readonly observer: UsageObserver,
  ) {
    this.slots = new Slots(policy.maxConcurrent);
  }

  now(): number {
    return this.surroundings.clock.now().getTime();
  }

  /** Whether the provider has failed so often in a row that calls wait until it works again. */
  get isOpen(): boolean {
    return this.circuit.openUntil !== undefined;
  }

  /** @throws AppError `llm.circuit-open`, `llm.aborted` */
  async begin(request: AttemptedRequest): Promise<Attempt> {
    await this.slots.acquire({ signal: request.signal, urgent: request.purpose === 'chat' });
    const startedAt = this.now();
    const { admitted, circuit } = admit(this.circuit, startedAt);
    this.circuit = circuit;
    if (!admitted) {
      this.slots.release();
      const retryAfterSeconds = Math.max(1, Math.ceil(((circuit.openUntil ?? startedAt) - startedAt) / 1000));
      throw llmError('llm.circuit-open', { retryAfterSeconds });
    }
    const deadline = new Deadline(this.policy.timeoutMs, this.surroundings.sleep, request.signal);
    return { deadline, end: (outcome) => this.end(request, startedAt, deadline, outcome) };
  }

  /** Waits until another attempt is due. @throws the error itself when there is none left */
  async backOff(error: AppError, attempt: number, startedAt: number, signal?: AbortSignal): Promise<void> {
    const { random, sleep } = this.surroundings;
    const elapsedMs = this.now() - startedAt;
    const delay = retryDelay({ error, attempt, elapsedMs, random: random() }, this.policy.retry);
    if (delay === undefined) throw error;
    await sleep(delay, signal);
    if (signal?.aborted) throw llmError('llm.aborted');
  }

  private end(
    { purpose, contactId }: AttemptedRequest,
    startedAt: number,
    deadline: Deadline,
    outcome: AttemptResult | AppError,
  ): void {
    const now = this.now();
    deadline.clear();
    this.slots.release();
    this.circuit = settle(this.circuit, verdictOf(outcome), now, this.policy.circuit);
    const facts = { provider: this.provider, purpose, contactId, durationMs: now - startedAt };
    if (outcome instanceof SpentError) this.observer.record({ ...facts, outcome: outcome.code, ...outcome.spent });
    else if (outcome instanceof AppError) this.observer.record({ ...facts, outcome: outcome.code });
    else this.observer.record({ ...facts, outcome: 'ok', model: outcome.model, usage: outcome.usage });
  }
}

function verdictOf(outcome: AttemptResult | AppError): CallVerdict {
  if (!(outcome instanceof AppError)) return 'works';
  return PROVIDER_FAILS.has(outcome.code) ? 'fails' : 'says-nothing';
}
