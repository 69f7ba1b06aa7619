import type { CompletionRequest } from '#llm';

import { classify } from '../../safety/classify/classify.js';
import { harmOf } from '../../safety/guard/harmful-answer.js';
import type { AnswerVerdict } from '../../safety/guard/safety-question.js';
import { recitalOf } from '../recital.js';
import type { StreamRules } from './passing-text.js';

/** What the guard will ask of the whole answer, by words alone. */
export function streamRules(request: CompletionRequest, { ceiling, child }: AnswerVerdict): StreamRules {
  return {
    recites: recitalOf(request),
    passes: (text) => {
      const { nsfwLevel, forbidden } = classify(text, { minor: child });
      return nsfwLevel <= ceiling && !forbidden && harmOf(text) === null;
    },
  };
}
