import { Injectable } from '@nestjs/common';

import { AppError } from '#kernel';
import { LanguageModel } from '#llm';
import { Logger } from '#telemetry';

import { acceptSummary } from './accept-summary.js';
import { extractSummary } from './extract-summary.js';
import type { PartSummary, SaidPart } from './said.js';
import { summaryRequest } from './summary-request.js';

export interface WrittenSummary extends PartSummary {
  readonly model: string;
}

/** What a model did wrong with this part: another try would end the same. */
const HOPELESS: readonly string[] = ['llm.invalid-output', 'llm.empty-output', 'llm.unsupported', 'llm.refused'];
const EXTRACT = 'extract';

/** Sums up a part of a chat, by the model or, without one, by the person's own sentences. */
@Injectable()
export class SummaryWriter {
  constructor(
    private readonly model: LanguageModel,
    private readonly logger: Logger,
  ) {}

  /**
   * Null when nothing is worth keeping. `important`: words of what is known and matters.
   * @throws AppError of the model when it cannot be had: then nothing is lost, and the part waits
   */
  async write(
    part: SaidPart,
    important: ReadonlySet<string>,
    { contactId, signal }: { readonly contactId: string | null; readonly signal?: AbortSignal },
  ): Promise<WrittenSummary | null> {
    if (!part.messages.some(({ text }) => text.trim() !== '')) return null;
    const written = this.model.name === 'offline' ? null : await this.ask(part, { contactId, signal });
    if (written) return written;
    const extracted = extractSummary(part, important);
    return extracted && { ...extracted, model: EXTRACT };
  }

  private async ask(part: SaidPart, whose: Parameters<typeof summaryRequest>[1]): Promise<WrittenSummary | null> {
    try {
      const { value, model } = await this.model.structured(summaryRequest(part, whose));
      const text = acceptSummary(value.text, part);
      if (text === null) this.logger.warn({ model }, 'a summary was not supported by what was said and is not kept');
      return text === null ? null : { text, importance: value.importance, model };
    } catch (error) {
      if (!(error instanceof AppError) || !HOPELESS.includes(error.code)) throw error;
      this.logger.warn({ code: error.code }, 'a part of a chat could not be summed up by the model');
      return null;
    }
  }
}
