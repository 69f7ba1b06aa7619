import { Injectable } from '@nestjs/common';

import { acceptAnswer } from '#companions';
import { AppError } from '#kernel';
import { LanguageModel, type CompletionRequest } from '#llm';

import type { EngagementPolicy } from '../planning/engagement-policy.js';
import { reason, type Reason } from '../planning/reason.js';
import { EngagementWords } from '../store/engagement-words.service.js';
import { checkOutreach } from './check-outreach.js';
import type { OutreachMaterial } from './outreach-material.js';
import { outreachPrompt } from './outreach-prompt.js';
import { sourcesOf } from './sources-of.js';

/** Then a template it is. */
const TRIES = 2;
/** The model that answers where there is no other: it repeats what it hears and reaches out to nobody. */
const OFFLINE = 'offline';

/** What came of asking the model. */
export interface ModelWords {
  /** Null when nothing that it said may be sent. */
  readonly text: string | null;
  /** What was wrong with what it said. */
  readonly checks: readonly Reason[];
}

/** Has the model write an outreach, and looks at every word of it. */
@Injectable()
export class OutreachWriter {
  constructor(
    private readonly model: LanguageModel,
    private readonly words: EngagementWords,
  ) {}

  /** False: it would only repeat what it hears. */
  get hasModel(): boolean {
    return this.model.name !== OFFLINE;
  }

  /** `wordings`: of what must not be said again. */
  async write(
    material: OutreachMaterial,
    wordings: readonly string[],
    policy: EngagementPolicy,
    signal?: AbortSignal,
  ): Promise<ModelWords> {
    if (!this.hasModel) return { text: null, checks: [] };
    const request = { ...outreachPrompt(material, policy), ...(signal && { signal }) };
    const checks: Reason[] = [];
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const text = await this.ask(request);
      if (typeof text !== 'string') return { text: null, checks: [...checks, text] };
      const wrong = checkOutreach(text, sourcesOf(material), policy);
      if (wrong.length === 0 && wordings.includes(this.words.wordingOf(text))) wrong.push(reason('said-before'));
      if (wrong.length === 0) return { text, checks };
      checks.push(...wrong);
    }
    return { text: null, checks };
  }

  /** What it says, or why it need not be asked again. */
  private async ask(request: CompletionRequest): Promise<string | Reason> {
    try {
      const completion = await this.model.complete(request);
      if (completion.model === OFFLINE) return reason('model-offline');
      const accepted = acceptAnswer(completion, request);
      return accepted.kind === 'say' ? (accepted.texts[0] ?? '') : '';
    } catch (error) {
      if (request.signal?.aborted || !(error instanceof AppError)) throw error;
      return reason('model-failed', { error: error.code });
    }
  }
}
