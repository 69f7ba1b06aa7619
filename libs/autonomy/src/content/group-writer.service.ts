import { Injectable } from '@nestjs/common';

import { acceptAnswer } from '#companions';
import { AppError } from '#kernel';
import { LanguageModel, type CompletionRequest } from '#llm';

import { wordsFlaws, type WordsAround } from './words-flaws.js';

/** Then a shipped line it is. */
const TRIES = 2;
/** The model that answers where there is no other: it repeats what it hears. */
const OFFLINE = 'offline';

/** Has the model write for a group, and looks at every word of it. */
@Injectable()
export class GroupWriter {
  constructor(private readonly model: LanguageModel) {}

  /** Null when nothing that it said may be said. Throws when the signal of the request is aborted. */
  async write(request: CompletionRequest, around: WordsAround): Promise<string | null> {
    if (this.model.name === OFFLINE) return null;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const text = await this.ask(request);
      if (text === null) return null;
      if (wordsFlaws(text, around).length === 0) return text;
    }
    return null;
  }

  /** What it says, '' when that is nothing to send; null when it need not be asked again. */
  private async ask(request: CompletionRequest): Promise<string | null> {
    try {
      const completion = await this.model.complete(request);
      if (completion.model === OFFLINE) return null;
      const accepted = acceptAnswer(completion, request);
      return accepted.kind === 'say' ? withoutGaps(accepted.texts[0] ?? '') : '';
    } catch (error) {
      if (request.signal?.aborted || !(error instanceof AppError)) throw error;
      return null;
    }
  }
}

/** Characters are used to leave a line free between two messages. */
function withoutGaps(text: string): string {
  return text.replace(/\s*\n\s*/gu, '\n');
}
