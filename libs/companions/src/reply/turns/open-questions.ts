import { promptText } from '#llm';
import type { SpokenMessage } from '#messaging';

/** More are not reminded of. */
const MOST_QUESTIONS = 5;
const LONGEST_QUESTION = 200;
const LOOKED_AT = 2_000;
const SENTENCE = /[^.!?…。！？؟\n]+[.!?…。！？؟\n]+/g;
const ASKS = /[?？؟]/;

/**
 * What a person has asked since we last answered, oldest first: with several messages at once one question is soon lost. Empty when what is
 * asked last is all that there is.
 */
export function openQuestions(earlier: readonly SpokenMessage[], asked: readonly SpokenMessage[]): readonly string[] {
  const answered = earlier.findLastIndex(({ author }) => author !== 'contact');
  const unanswered = earlier.slice(answered + 1).flatMap(questionsIn);
  const questions = [...unanswered, ...asked.flatMap(questionsIn)];
  const told = [...new Set(questions)];
  return unanswered.length > 0 || told.length > 1 ? told.slice(-MOST_QUESTIONS) : [];
}

function questionsIn({ text }: SpokenMessage): string[] {
  return [...promptText(text.slice(0, LOOKED_AT)).matchAll(SENTENCE)]
    .map(([sentence]) => sentence.trim())
    .filter((sentence) => ASKS.test(sentence) && !/^[?？؟]/.test(sentence) && sentence.length <= LONGEST_QUESTION);
}
