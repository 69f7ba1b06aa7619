import { Injectable } from '@nestjs/common';

import { ServerConfig } from '#config';
import { AppError } from '#kernel';
import { LanguageModel } from '#llm';
import { Metrics } from '#telemetry';

import type { ProposedOperation } from './extraction-output.js';
import { extractionRequest } from './extraction-request.js';
import { extractByPatterns } from './patterns/extract-by-patterns.js';
import { readExtraction, type ReadExtraction } from './read-extraction.js';
import type { ToldStretch } from './told-stretch.js';

/** The model answered, and it is no use. */
const NONSENSE = new Set(['llm.invalid-output', 'llm.refused', 'llm.empty-output', 'llm.unsupported']);
const TRIES = 2;

/** Asks the model what is worth remembering. Where there is none, and where it talks nonsense twice, patterns do what they can. */
@Injectable()
export class Extractor {
  constructor(
    private readonly model: LanguageModel,
    private readonly server: ServerConfig,
    private readonly metrics: Metrics,
  ) {}

  /** Throws what the model throws when it cannot be asked now: then the stretch waits. */
  async extract(stretch: ToldStretch, signal: AbortSignal): Promise<ReadExtraction> {
    for (let attempt = 1; this.model.name !== 'offline' && attempt <= TRIES; attempt += 1) {
      const proposed = await this.ask(stretch, signal);
      const read = proposed && readExtraction(proposed, stretch, this.server.timeZone);
      if (read && !isNonsense(proposed, read)) return this.counted('model', read);
    }
    return this.counted('patterns', readExtraction(extractByPatterns(stretch), stretch, this.server.timeZone));
  }

  /** Undefined when the answer is no use. */
  private async ask(stretch: ToldStretch, signal: AbortSignal): Promise<readonly ProposedOperation[] | undefined> {
    const people = new Set(stretch.messages.flatMap(({ contactId }) => (contactId === null ? [] : [contactId])));
    const contactId = people.size === 1 ? ([...people][0] ?? null) : null;
    try {
      const { value } = await this.model.structured(
        extractionRequest(stretch, { zone: this.server.timeZone, contactId, signal }),
      );
      return value;
    } catch (error) {
      if (error instanceof AppError && NONSENSE.has(error.code)) return undefined;
      throw error;
    }
  }

  private counted(by: string, read: ReadExtraction): ReadExtraction {
    const kept = [...read.operations.values()].flat().length;
    const operations = this.metrics.counter(
      'memory_operations_total',
      'Proposed memories, by whom and what became of them',
      ['by', 'outcome'],
    );
    operations.inc({ by, outcome: 'kept' }, kept);
    for (const reason of read.rejected) operations.inc({ by, outcome: reason }, 1);
    return read;
  }
}

/** Nothing that it proposed stands in what was said. */
function isNonsense(proposed: readonly ProposedOperation[], { operations, rejected }: ReadExtraction): boolean {
  if (proposed.length === 0 || operations.size > 0) return false;
  return rejected.every((reason) => reason === 'not-grounded' || reason === 'no-such-message' || reason === 'empty');
}
