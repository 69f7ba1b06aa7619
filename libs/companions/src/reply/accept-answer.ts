import { cleanText } from '#kernel';
import type { Completion, CompletionRequest } from '#llm';

import { recitalOf } from './recital.js';

export type AcceptedAnswer =
  { readonly kind: 'say'; readonly texts: readonly string[] } | { readonly kind: 'nothing'; readonly reason: string };

/** No answer of ours is longer than this, in characters. */
export const MAX_ANSWER = 4_000;

/**
 * What of a model's answer may be sent. A refusal, an empty answer and one that recites its instructions are not; what is too long is
 * cut at the end of a sentence or a word.
 */
export function acceptAnswer({ text, stopReason }: Completion, request: CompletionRequest): AcceptedAnswer {
  if (stopReason === 'refusal') return nothing('refused');
  const answer = cut(cleanText(text).trim());
  if (answer === '') return nothing('empty-answer');
  if (recitalOf(request)(answer)) return nothing('recited-instructions');
  return { kind: 'say', texts: [answer] };
}

function nothing(reason: string): AcceptedAnswer {
  return { kind: 'nothing', reason };
}

function cut(answer: string): string {
  if (answer.length <= MAX_ANSWER) return answer;
  const kept = answer.slice(0, MAX_ANSWER);
  const end = Math.max(kept.lastIndexOf('. '), kept.lastIndexOf('\n'), kept.lastIndexOf('! '), kept.lastIndexOf('? '));
  const word = kept.lastIndexOf(' ');
  return (end > MAX_ANSWER / 2 ? kept.slice(0, end + 1) : kept.slice(0, word > 0 ? word : MAX_ANSWER)).toWellFormed();
}
