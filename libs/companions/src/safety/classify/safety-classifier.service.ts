import { Injectable } from '@nestjs/common';

import { SafetyConfig } from '#config';
import { textLanguage } from '#kernel';
import { LanguageModel } from '#llm';
import { Logger } from '#telemetry';

import type { SafetyClassification, TextContext } from './classification.js';
import { classify } from './classify.js';
import { judgementRequest, stricter } from './model-judgement.js';
import { SEXUAL_FROM } from './nsfw-level.js';

/** The word lists, and a model beside them when the operator wants one. */
@Injectable()
export class SafetyClassifier {
  constructor(
    private readonly model: LanguageModel,
    private readonly config: SafetyConfig,
    private readonly logger: Logger,
  ) {}

  /** Never throws, and a model that fails lowers nothing: then the word lists alone count. */
  async classify(
    text: string,
    context: TextContext,
    asked: { readonly contactId?: string; readonly signal?: AbortSignal } = {},
  ): Promise<SafetyClassification> {
    const words = classify(text, context);
    if (!this.config.model || text.trim() === '') return words;
    try {
      const { value } = await this.model.structured(judgementRequest(text, asked));
      const judged = stricter(words, value, textLanguage(text, 'en'));
      return context.minor ? { ...judged, forbidden: judged.forbidden || judged.nsfwLevel >= SEXUAL_FROM } : judged;
    } catch (error) {
      this.logger.warn({ err: error }, 'the model did not judge a message; the word lists alone did');
      return words;
    }
  }
}
