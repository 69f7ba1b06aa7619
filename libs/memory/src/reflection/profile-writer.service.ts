import { Injectable } from '@nestjs/common';

import { ServerConfig } from '#config';
import { AppError } from '#kernel';
import { LanguageModel } from '#llm';
import { Logger } from '#telemetry';

import type { MemoryFact } from '../facts/memory-fact.js';
import { acceptSummary } from '../summaries/accept-summary.js';
import { sentencesOf } from '../summaries/sentences.js';
import { profileRequest } from './profile-request.js';
import { PROFILE_WORDS, profileText } from './profile-text.js';

export interface WrittenProfile {
  readonly text: string | null;
  /** Null when it was put together from the memories as they are. */
  readonly model: string | null;
}

/** A few facts are read as fast as a portrait of them. */
const WORTH_A_CALL = 5;

/** Writes portraits, by the model or, without one, from the memories as they are. */
@Injectable()
export class ProfileWriter {
  constructor(
    private readonly model: LanguageModel,
    private readonly server: ServerConfig,
    private readonly logger: Logger,
  ) {}

  /** Whether a model would write about so many facts. */
  asks(facts: readonly MemoryFact[]): boolean {
    return this.model.name !== 'offline' && facts.length >= WORTH_A_CALL;
  }

  /** Never fails for want of a model. */
  async write(facts: readonly MemoryFact[], contactId: string, signal: AbortSignal): Promise<WrittenProfile> {
    const written = this.asks(facts) ? await this.ask(facts, contactId, signal) : null;
    return written ?? { text: profileText(facts), model: null };
  }

  private async ask(
    facts: readonly MemoryFact[],
    contactId: string,
    signal: AbortSignal,
  ): Promise<WrittenProfile | null> {
    try {
      const { value, model } = await this.model.structured(profileRequest(facts, { contactId, signal }));
      const known = facts.map(({ text }) => text).join('\n');
      const text = acceptSummary(value, { soFar: known, messages: [], zone: this.server.timeZone });
      return text === null ? null : { text: shortened(text), model };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof AppError)) throw error;
      this.logger.warn({ code: error.code }, 'a portrait was put together without the model');
      return null;
    }
  }
}

function shortened(text: string): string {
  let words = 0;
  return sentencesOf(text)
    .filter((sentence) => (words += sentence.split(/\s+/).length) <= PROFILE_WORDS)
    .join(' ');
}
