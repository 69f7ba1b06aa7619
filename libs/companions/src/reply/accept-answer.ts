import { cleanText } from '#kernel';
import type { Completion, CompletionRequest } from '#llm';

export type AcceptedAnswer =
  { readonly kind: 'say'; readonly texts: readonly string[] } | { readonly kind: 'nothing'; readonly reason: string };

/** No answer of ours is longer than this, in characters. */
export const MAX_ANSWER = 4_000;
/** A run of our own instructions of this length in an answer is a leak, not talk. */
export const LEAK_LENGTH = 60;

/**
 * What of a model's answer may be sent. A refusal, an empty answer and one that recites its instructions are not; what is too long is
 * cut at the end of a sentence or a word.
 */
export function acceptAnswer({ text, stopReason }: Completion, request: CompletionRequest): AcceptedAnswer {
  if (stopReason === 'refusal') return nothing('refused');
  const answer = cleanText(text).trim();
  if (answer === '') return nothing('empty-answer');
  if (recites(answer, request)) return nothing('recited-instructions');
  return { kind: 'say', texts: [cut(answer)] };
}

function nothing(reason: string): AcceptedAnswer {
  return { kind: 'nothing', reason };
}

/** Whether a text holds a run of our own instructions. */
export function recites(answer: string, { system }: CompletionRequest): boolean {
  const stable = system.filter((section) => section.stable).flatMap((section) => section.text.split('\n'));
  return stable.some((line) => line.length >= LEAK_LENGTH && answer.includes(line.slice(0, LEAK_LENGTH)));
}

function cut(answer: string): string {
  if (answer.length <= MAX_ANSWER) return answer;
  const kept = answer.slice(0, MAX_ANSWER);
  const end = Math.max(kept.lastIndexOf('. '), kept.lastIndexOf('\n'), kept.lastIndexOf('! '), kept.lastIndexOf('? '));
  const word = kept.lastIndexOf(' ');
  return (end > MAX_ANSWER / 2 ? kept.slice(0, end + 1) : kept.slice(0, word > 0 ? word : MAX_ANSWER)).toWellFormed();
}
