import { Injectable } from '@nestjs/common';

import { MetadataConfig } from '#config';
import { AppError } from '#kernel';
import { LanguageModel } from '#llm';
import { NOTHING_TO_READ, type Facet, type MessageToLabel } from '#messaging';
import { Logger } from '#telemetry';

import { CallBudget } from './call-budget.service.js';
import type { FacetTagger } from './facet-tagger.js';
import { facetTaggers } from './facet-taggers.js';
import {
  joinTagged,
  leaveUntagged,
  tagByAnswer,
  tagByRules,
  type Tagged,
  type UntaggedReason,
} from './tag-messages.js';
import { taggingRequest } from './tagging-request.js';

/** How many messages one call is about. */
export const DOZEN = 12;

/** What a model did wrong with these messages; with others it may do well. */
const REASON_OF_ERROR: Readonly<Partial<Record<string, UntaggedReason>>> = {
  'llm.invalid-output': 'invalid-output',
  'llm.empty-output': 'invalid-output',
  'llm.unsupported': 'invalid-output',
  'llm.refused': 'refused',
};

/** Labels messages, by the model or, without one, by rules. */
@Injectable()
export class Tagging {
  readonly taggers: ReadonlyMap<Facet, FacetTagger>;

  constructor(
    private readonly model: LanguageModel,
    private readonly budget: CallBudget,
    private readonly logger: Logger,
    config: MetadataConfig,
  ) {
    this.taggers = facetTaggers(config.vocabulary);
  }

  /** Whether labels cost calls. */
  get usesModel(): boolean {
    return this.model.name !== 'offline';
  }

  /**
   * What is found about up to a dozen messages; null when today's calls are used up. What cannot be told has a reason.
   * @throws AppError of the model, when it cannot be had at all
   */
  async tag(messages: readonly MessageToLabel[], signal?: AbortSignal): Promise<Tagged | null> {
    const readable = messages.filter(hasText);
    const empty = leaveUntagged(
      messages.filter((message) => !hasText(message)),
      RULES_OF_READING,
      NOTHING_TO_READ,
    );
    if (readable.length === 0) return empty;
    const tagged = this.usesModel ? await this.ask(readable, signal) : tagByRules(readable, this.taggers);
    return tagged && this.noted(joinTagged([empty, tagged]));
  }

  /** The taggers that these messages need. */
  taggersFor(messages: readonly MessageToLabel[]): readonly FacetTagger[] {
    const missing = new Set(messages.flatMap((message) => message.missing));
    return [...this.taggers.values()].filter(({ facet }) => missing.has(facet));
  }

  private async ask(messages: readonly MessageToLabel[], signal?: AbortSignal): Promise<Tagged | null> {
    if (!(await this.budget.take())) return null;
    const texts = messages.map(({ text }) => text ?? '');
    try {
      const request = { ...taggingRequest(texts, this.taggersFor(messages)), signal };
      const { value: said, model, repaired } = await this.model.structured(request);
      if (repaired) await this.budget.note(1);
      return tagByAnswer(messages, this.taggers, { model: model.slice(0, 100), said });
    } catch (error) {
      const reason = error instanceof AppError ? REASON_OF_ERROR[error.code] : undefined;
      if (reason === undefined) throw error;
      // It was asked twice before it was given up.
      if (error instanceof AppError && error.code === 'llm.invalid-output') await this.budget.note(1);
      return this.askApart(messages, reason, signal);
    }
  }

  /** One message may have spoilt the answer for all: each half is asked about by itself, down to the one. */
  private async askApart(
    messages: readonly MessageToLabel[],
    reason: UntaggedReason,
    signal?: AbortSignal,
  ): Promise<Tagged | null> {
    if (messages.length === 1) return leaveUntagged(messages, this.model.name, reason);
    const middle = Math.ceil(messages.length / 2);
    const first = await this.ask(messages.slice(0, middle), signal);
    const second = first && (await this.ask(messages.slice(middle), signal));
    return second ? joinTagged([first, second]) : first;
  }

  private noted(tagged: Tagged): Tagged {
    if (tagged.droppedTags > 0) {
      this.logger.warn(
        { dropped: tagged.droppedTags },
        'the model gave tags that are not in METADATA_TAGS; they were left out',
      );
    }
    return tagged;
  }
}

/** Nobody was asked about it. */
const RULES_OF_READING = 'none';

function hasText({ text }: MessageToLabel): boolean {
  return text !== null && text.trim() !== '';
}
