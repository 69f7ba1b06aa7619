import { Injectable } from '@nestjs/common';

import { MemoryConfig } from '#config';
import type { SpokenMessage } from '#messaging';
import { Logger, Metrics } from '#telemetry';

import type { SearchScope } from '../retrieval/search-scope.service.js';
import { chooseFacts } from './choose-facts.js';
import { chooseRecalled } from './choose-recalled.js';
import { CONTEXT_POLICY } from './context-policy.js';
import { conversationState } from './conversation-state.js';
import { Patience } from './patience.js';
import { RecalledMemories } from './recalled-memories.service.js';
import type { Recollection } from './recollection.js';
import type { ContextOwner, ContextRequest, RememberedContext } from './remembered-context.js';
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
  of({ recent, ...owner }: ContextRequest): Promise<RememberedContext> {
    return this.begin(owner).of(recent);
  }

  /** Begins to read all that does not depend on what is said now. */
  begin(owner: ContextOwner): Recollection {
    const scope = this.recalled.scope(owner);
    const begun: Begun = {
      scope,
      standing: scope.then(({ revision }) => this.standing.of(owner, revision)),
      known: scope.then((known) => this.recalled.known(owner, known)),
    };
    // Whoever asks for them is told of a failure; nobody has to ask.
    const unasked = [begun.standing, begun.known, scope.then((known) => this.recalled.prepare(known))];
    for (const work of unasked) work.catch(() => undefined);
    return {
      of: (recent) => this.remembered({ ...owner, recent }, begun),
      forgetsNone: (messages) => forgetsNone(begun.scope, messages),
    };
  }

  private async remembered(request: ContextRequest, begun: Begun): Promise<RememberedContext> {
    const ended = this.duration.startTimer();
    const patience = new Patience(CONTEXT_POLICY.patienceMs, request.signal);
    const { signal } = patience;
    const search = begun.scope.then((scope) => this.recalled.found({ ...request, signal }, scope));
    const [standing, known, found] = await Promise.all([
      this.orNothing('standing', patience.waitFor(begun.standing), NO_STANDING),
      this.orNothing('known', patience.waitFor(begun.known), []),
      this.orNothing('recalled', patience.waitFor(search), []),
    ]);
    patience.end();
    ended();
    const fitting = withinScope(found, known, request.chat.kind === 'group' ? request.chat.id : null);
    return {
      ...standing,
      facts: chooseFacts(fitting, known, this.config.maxFacts),
      recalled: chooseRecalled(fitting, request.recent, standing.summary),
      state: conversationState(request.recent, standing.relationship?.mood?.emotion ?? null),
    };
  }

  private async orNothing<T>(part: string, work: Promise<T>, nothing: T): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.failures.inc({ part });
      this.logger.warn({ err: error, part }, 'an answer goes without what is remembered');
      return nothing;
    }
  }
}

/** What is being read already. */
interface Begun {
  readonly scope: Promise<SearchScope>;
  readonly standing: Promise<StandingContext>;
  readonly known: ReturnType<RecalledMemories['known']>;
}

async function forgetsNone(
  begun: Promise<SearchScope>,
  messages: readonly Pick<SpokenMessage, 'sentAt'>[],
): Promise<boolean> {
  try {
    const { forgottenUntil, forgotSome } = await begun;
    return !forgotSome && (forgottenUntil === null || messages.every(({ sentAt }) => sentAt > forgottenUntil));
  } catch {
    return false;
  }
}
