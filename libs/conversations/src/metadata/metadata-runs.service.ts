import { Injectable } from '@nestjs/common';

import { MetadataConfig } from '#config';
import { isOverBudget } from '#llm';
import { MessageLabels, UnlabelledMessages, type Facet, type MessageToLabel, type UnlabelledQuery } from '#messaging';

import type { MetadataReport } from './metadata-report.js';
import { joinTagged, type Tagged } from './tag-messages.js';
import { DOZEN, Tagging } from './tagging.service.js';

/** Calls of the model under way at once. */
const AT_ONCE = 3;
/** Rules need no dozens. */
const BY_RULES = 300;

export interface RunRequest {
  readonly chatIds?: readonly string[];
  readonly since?: Date;
  /** When the run was asked for: what could not be told since then is not tried again. */
  readonly startedAt: Date;
}

/** How a run tells how far it is, and is ended. */
export interface RunContext {
  readonly signal: AbortSignal;
  readonly progress: (percent: number, message?: string) => Promise<void>;
}

/** Labels everything that is not labelled, the latest first. What is done is stored at once, so that a repeat goes on from there. */
@Injectable()
export class MetadataRuns {
  constructor(
    private readonly unlabelled: UnlabelledMessages,
    private readonly tagging: Tagging,
    private readonly labels: MessageLabels,
    private readonly config: MetadataConfig,
  ) {}

  /** The facets that are switched on. */
  get facets(): readonly Facet[] {
    const { sentiment, categories, tags } = this.config;
    return [
      ...(sentiment ? ['sentiment' as const] : []),
      ...(categories ? ['category' as const] : []),
      ...(tags ? ['tags' as const] : []),
    ];
  }

  queryOf({ chatIds, since, startedAt }: RunRequest): UnlabelledQuery {
    return { facets: this.facets, chatIds: chatIds ?? null, since: since ?? null, triedBefore: startedAt };
  }

  /** @throws AppError of the model, when it cannot be had; what was labelled before stays */
  async run(request: RunRequest, { signal, progress }: RunContext): Promise<MetadataReport> {
    const query = this.queryOf(request);
    const total = await this.unlabelled.count(query);
    const counted = { labelled: 0, untagged: 0, dropped_tags: 0 };
    for (let before: string | null = null; query.facets.length > 0;) {
      signal.throwIfAborted();
      const page = await this.unlabelled.next(query, before, this.tagging.usesModel ? AT_ONCE * DOZEN : BY_RULES);
      const last = page.at(-1);
      if (!last) break;
      const { tagged, complete } = await this.label(page, signal);
      addTagged(counted, tagged);
      if (!complete) return { ...counted, waiting: await this.unlabelled.count(query), budget_reached: true };
      before = last.id;
      const done = counted.labelled + counted.untagged;
      await progress(
        Math.min(99, Math.floor((done / Math.max(total, done)) * 100)),
        `${done} of ${Math.max(total, done)} messages`,
      );
    }
    return { ...counted, waiting: 0, budget_reached: false };
  }

  /** Each dozen is stored when it is answered, whatever becomes of the others: it is paid for. */
  private async label(
    page: readonly MessageToLabel[],
    signal: AbortSignal,
  ): Promise<{ readonly tagged: Tagged; readonly complete: boolean }> {
    const size = this.tagging.usesModel ? DOZEN : BY_RULES;
    const dozens = Array.from({ length: Math.ceil(page.length / size) }, (_, index) =>
      page.slice(index * size, (index + 1) * size),
    );
    const results = await Promise.allSettled(dozens.map((dozen) => this.labelDozen(dozen, signal)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    const tagged = results.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []));
    const joined = joinTagged(tagged);
    const answered = new Set(joined.found.map(({ messageId }) => messageId));
    return { tagged: joined, complete: page.every(({ id }) => answered.has(id)) };
  }

  private async labelDozen(dozen: readonly MessageToLabel[], signal: AbortSignal): Promise<Tagged | null> {
    const tagged = await this.tagging.tag(dozen, signal).catch(nullWhenOverBudget);
    if (tagged) await this.labels.store(tagged.found);
    return tagged;
  }
}

/** The budget of all models ends a run as its own daily calls do: the rest waits for the next one. */
function nullWhenOverBudget(error: unknown): null {
  if (isOverBudget(error)) return null;
  throw error;
}

/** Counts messages that were told, and those that were not. */
export function addTagged(
  counted: { labelled: number; untagged: number; dropped_tags: number },
  { found, droppedTags }: Tagged,
): void {
  const messages = new Set(found.map(({ messageId }) => messageId));
  const told = new Set(found.filter(({ reason }) => reason === null).map(({ messageId }) => messageId));
  counted.labelled += told.size;
  counted.untagged += messages.size - told.size;
  counted.dropped_tags += droppedTags;
}
