import { Injectable } from '@nestjs/common';

import { AppError, sleep } from '#kernel';
import { isOverBudget, LanguageModel, type BatchedQuestion, type ModelBatches } from '#llm';
import { MessageLabels } from '#messaging';

import { BatchLedger, type OpenBatch } from './batch-ledger.service.js';
import { BatchQuestions } from './batch-questions.service.js';
import type { MetadataReport } from './metadata-report.js';
import { addTagged, MetadataRuns, type RunContext, type RunRequest } from './metadata-runs.service.js';

/** Fewer messages are asked about at once: a batch may take a day. */
const FEW = 60;
const MAX_BATCHES = 20;
/** Clocks of two machines may differ by this much. */
const CLOCKS_APART_MS = 60_000;
const UNKNOWN_WHETHER_TAKEN = new Set(['llm.timeout', 'llm.unavailable', 'llm.interrupted', 'llm.aborted']);

/**
 * A run that can wait: the model is asked in batches where the provider has them, at a lower price. What it has handed over is written
 * down first, so that whoever takes the run over fetches the answers and asks nothing twice.
 */
@Injectable()
export class BatchedRuns {
  /** Between two looks at a batch. */
  pollMs = 60_000;

  constructor(
    private readonly model: LanguageModel,
    private readonly runs: MetadataRuns,
    private readonly questions: BatchQuestions,
    private readonly ledger: BatchLedger,
    private readonly labels: MessageLabels,
  ) {}

  /** As `MetadataRuns.run`. What batches leave over is asked about at once, as far as there is a budget. */
  async run(taskId: string, request: RunRequest, context: RunContext): Promise<MetadataReport> {
    const { batches } = this.model;
    const counted = { labelled: 0, untagged: 0, dropped_tags: 0 };
    if (batches) await this.runBatches(batches, taskId, { request, context, counted });
    const rest = await this.runs.run(request, context);
    return {
      ...rest,
      labelled: counted.labelled + rest.labelled,
      untagged: counted.untagged + rest.untagged,
      dropped_tags: counted.dropped_tags + rest.dropped_tags,
    };
  }

  private async runBatches(batches: ModelBatches, taskId: string, run: Run): Promise<void> {
    const query = this.runs.queryOf(run.request);
    const { open, next } = await this.ledger.open(taskId);
    if (open) await this.finish(batches, taskId, open, run);
    for (let place = next; place < MAX_BATCHES && query.facets.length > 0; place++) {
      run.context.signal.throwIfAborted();
      if ((await this.questions.count(query)) < FEW) return;
      const dozens = await this.questions.gather(query);
      if (dozens.length === 0) return;
      const noted = await this.ledger.note(
        taskId,
        place,
        dozens.map((dozen) =>
          dozen.map(({ id, chatId, missing, readAt }) => ({ id, chatId, missing, readAt: readAt.toISOString() })),
        ),
      );
      const asked = dozens.map((dozen, index) => this.questions.question(keyOf(taskId, place, index), dozen));
      const batchId = await this.submitted(batches, asked, taskId, { noted, signal: run.context.signal });
      if (batchId === null) return;
      await this.ledger.taken(taskId, place, batchId);
      if (!(await this.finish(batches, taskId, { ...noted, batchId }, run))) return;
    }
  }

  /**
   * The provider's id, null when there is no budget. What the provider answered to us it did not take; of anything else the next try
   * finds out whether it did.
   */
  private async submitted(
    batches: ModelBatches,
    asked: readonly BatchedQuestion[],
    taskId: string,
    { noted, signal }: { readonly noted: OpenBatch; readonly signal: AbortSignal },
  ): Promise<string | null> {
    try {
      return await batches.submit(asked, signal);
    } catch (error) {
      if (error instanceof AppError && !UNKNOWN_WHETHER_TAKEN.has(error.code)) await this.forget(taskId, noted);
      if (isOverBudget(error)) return null;
      throw error;
    }
  }

  private async forget(taskId: string, { place, requests, submittedAt }: OpenBatch): Promise<void> {
    await this.ledger.forget(taskId, place);
    await this.questions.giveBack(requests.length, submittedAt);
  }

  /** Waits for a batch and stores its answers. Answers whether there were any. */
  private async finish(batches: ModelBatches, taskId: string, open: OpenBatch, run: Run): Promise<boolean> {
    const { place, requests } = open;
    const batchId = open.batchId ?? (await this.adopt(batches, taskId, open));
    if (batchId === null) {
      await this.forget(taskId, open);
      return false;
    }
    const byKey = new Map(requests.map((messages, index) => [keyOf(taskId, place, index), messages]));
    let some = false;
    if (await this.ended(batches, batchId, requests.length, run.context)) {
      for await (const answer of batches.answers(batchId, run.context.signal)) {
        const messages = byKey.get(answer.key);
        const tagged = messages && this.questions.read(messages, answer);
        if (!tagged) continue;
        await this.labels.store(tagged.found);
        addTagged(run.counted, tagged);
        some = true;
      }
    }
    await this.ledger.close(taskId, place);
    return some;
  }

  /** False when the provider knows nothing of it any more. */
  private async ended(
    batches: ModelBatches,
    batchId: string,
    size: number,
    { signal, progress }: RunContext,
  ): Promise<boolean> {
    for (;;) {
      signal.throwIfAborted();
      try {
        if (await batches.hasEnded(batchId, signal)) return true;
      } catch (error) {
        if (!(error instanceof AppError) || signal.aborted) throw error;
        if (error.code === 'llm.bad-request') return false;
        if (!error.retryable) throw error;
      }
      await progress(0, `waiting for the answers to ${size} questions`);
      await sleep(this.pollMs, signal);
    }
  }

  /** We ended between the note and the answer of the provider: whether it took the batch is seen in its list. */
  private async adopt(
    batches: ModelBatches,
    taskId: string,
    { place, requests, submittedAt }: OpenBatch,
  ): Promise<string | null> {
    const since = submittedAt.getTime() - CLOCKS_APART_MS;
    const found = (await batches.latest()).find(
      (batch) => batch.size === requests.length && batch.submittedAt.getTime() >= since,
    );
    if (!found) return null;
    await this.ledger.taken(taskId, place, found.id);
    return found.id;
  }
}

interface Run {
  readonly request: RunRequest;
  readonly context: RunContext;
  readonly counted: { labelled: number; untagged: number; dropped_tags: number };
}

function keyOf(taskId: string, place: number, index: number): string {
  return `${taskId}-${place}-${index}`;
}
