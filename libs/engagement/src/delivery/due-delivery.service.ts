import { Injectable } from '@nestjs/common';

import { Statements } from '#database';
import { Clock } from '#kernel';

import { PlanWords } from '../planner/plan-words.service.js';
import type { DeliveryOutcome, DeliveryReport, HandOverOptions } from './delivery-outcome.js';
import { DUE_PLANS } from './due-plans.sql.js';
import { dueRounds, type DuePlan } from './due-rounds.js';
import { PlanDelivery } from './plan-delivery.service.js';

const AT_ONCE = 100;

/** So many are handed over in one transaction: its locks are held for some milliseconds only. */
const ROUND = 20;

type Kind = DeliveryOutcome['kind'];

interface DuePlace extends DuePlan {
  readonly dueAt: Date;
}

const FIRST: DuePlace = { id: '00000000-0000-0000-0000-000000000000', contactId: '', dueAt: new Date(0) };

/** Hands over what is due, in rounds. */
@Injectable()
export class DueDelivery {
  constructor(
    private readonly statements: Statements,
    private readonly delivery: PlanDelivery,
    private readonly words: PlanWords,
    private readonly clock: Clock,
  ) {}

  /** All that are due, each once. */
  async run(signal?: AbortSignal): Promise<Pick<DeliveryReport, 'handedOver' | 'waiting' | 'ended'>> {
    const count = { 'handed-over': 0, waits: 0, ended: 0, 'not-waiting': 0 };
    let after: DuePlace | undefined = FIRST;
    while (after && !signal?.aborted) {
      const places: readonly DuePlace[] = await this.dueAfter(after);
      for (const ids of dueRounds(places, ROUND)) {
        if (signal?.aborted) break;
        for (const kind of await this.deliverAll(ids, signal)) count[kind] += 1;
      }
      after = places.length < AT_ONCE ? undefined : places.at(-1);
    }
    return { handedOver: count['handed-over'], waiting: count.waits, ended: count.ended };
  }

  handOver(id: string, options?: HandOverOptions): Promise<DeliveryOutcome> {
    return this.delivery.handOver(id, options);
  }

  /** Where one cannot be looked at, each is looked at by itself: it holds up no other. */
  private async deliverAll(ids: readonly string[], signal?: AbortSignal): Promise<readonly Kind[]> {
    let outcomes: readonly DeliveryOutcome[];
    try {
      outcomes = await this.delivery.handOverAll(ids);
    } catch {
      return this.deliverEach(ids, signal);
    }
    const wordless = ids.filter((_, index) => isWordless(outcomes[index]));
    const kinds = outcomes.filter((outcome) => !isWordless(outcome)).map(({ kind }) => kind);
    return wordless.length > 0 ? [...kinds, ...(await this.deliverWordless(wordless, signal))] : kinds;
  }

  private async deliverWordless(ids: readonly string[], signal?: AbortSignal): Promise<readonly Kind[]> {
    try {
      return await this.withWords(ids, signal);
    } catch {
      return this.deliverEach(ids, signal);
    }
  }

  /** What is called off has not failed: it waits for the next run. */
  private async deliverEach(ids: readonly string[], signal?: AbortSignal): Promise<readonly Kind[]> {
    const kinds: Kind[] = [];
    for (const id of ids) kinds.push(signal?.aborted ? 'waits' : await this.deliver(id, signal));
    return kinds;
  }

  private async deliver(id: string, signal?: AbortSignal): Promise<Kind> {
    try {
      const [outcome] = await this.delivery.handOverAll([id]);
      const [kind] = isWordless(outcome) ? await this.withWords([id], signal) : [outcome?.kind];
      return kind ?? 'not-waiting';
    } catch (error) {
      if (signal?.aborted) return 'waits';
      return (await this.delivery.failed(id, error)) ? 'ended' : 'waits';
    }
  }

  /** Plans that came to their time without words get them now: outside of any transaction. */
  private async withWords(ids: readonly string[], signal?: AbortSignal): Promise<readonly Kind[]> {
    const written = await this.words.writeAll(ids, undefined, signal);
    const again = written.length > 0 ? await this.delivery.handOverAll(written) : [];
    return ids.map((id) => (written.includes(id) ? (again[written.indexOf(id)]?.kind ?? 'not-waiting') : 'waits'));
  }

  private dueAfter({ id, dueAt }: DuePlace): Promise<readonly DuePlace[]> {
    return this.statements.run<DuePlace>(DUE_PLANS, [this.clock.now(), dueAt, id, AT_ONCE]);
  }
}

function isWordless(outcome: DeliveryOutcome | undefined): boolean {
  return outcome?.kind === 'waits' && outcome.reason === 'no-content';
}
