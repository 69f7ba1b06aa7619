import { type NOTHING_TO_READ, type FoundLabel, type MessageToLabel } from '#messaging';

import type { FacetTagger, Told } from './facet-tagger.js';
import type { SaidOfMessages } from './tagging-request.js';

/** Why a message has no label, as a code. */
export type UntaggedReason =
  | 'not-answered'
  | 'answered-twice'
  | 'not-understood'
  | 'tagger-failed'
  | 'invalid-output'
  | 'refused'
  | typeof NOTHING_TO_READ;

export interface Tagged {
  readonly found: readonly FoundLabel[];
  /** Tags that were said and that there are not. */
  readonly droppedTags: number;
}

/** Under this name the rules stand where a model's name does. */
export const RULES = 'rules';

/** Labels by words alone, each facet by itself. */
export function tagByRules(messages: readonly MessageToLabel[], taggers: ReadonlyMap<string, FacetTagger>): Tagged {
  return tagEach(messages, taggers, RULES, 'tagger-failed', ({ text }, tagger) => tagger.byRules(text ?? ''));
}

/** Labels by what a model said of them, each facet by itself; `messages` stand in the order of their numbers. */
export function tagByAnswer(
  messages: readonly MessageToLabel[],
  taggers: ReadonlyMap<string, FacetTagger>,
  answer: { readonly model: string; readonly said: SaidOfMessages },
): Tagged {
  return tagEach(messages, taggers, answer.model, 'not-understood', (message, tagger) => {
    const number = messages.indexOf(message) + 1;
    const said = answer.said.get(number);
    if (said === undefined) return answer.said.has(number) ? 'answered-twice' : 'not-answered';
    return tagger.read(said[tagger.facet]);
  });
}

/** Every facet without a label, for one reason. */
export function leaveUntagged(messages: readonly MessageToLabel[], model: string, reason: UntaggedReason): Tagged {
  const found = messages.flatMap((message) => message.missing.map((facet) => untagged(message, facet, model, reason)));
  return { found, droppedTags: 0 };
}

export function joinTagged(parts: readonly Tagged[]): Tagged {
  return {
    found: parts.flatMap(({ found }) => found),
    droppedTags: parts.reduce((sum, { droppedTags }) => sum + droppedTags, 0),
  };
}

function tagEach(
  messages: readonly MessageToLabel[],
  taggers: ReadonlyMap<string, FacetTagger>,
  model: string,
  failure: UntaggedReason,
  tell: (message: MessageToLabel, tagger: FacetTagger) => Told | UntaggedReason,
): Tagged {
  let droppedTags = 0;
  const found = messages.flatMap((message) =>
    message.missing.flatMap((facet) => {
      const tagger = taggers.get(facet);
      if (!tagger) return [];
      const told = safely(() => tell(message, tagger), failure);
      if (typeof told === 'string') return [untagged(message, facet, model, told)];
      droppedTags += told.dropped;
      const { values, confidences } = told;
      return [{ messageId: message.id, facet, values, confidences, model, reason: null, at: message.readAt }];
    }),
  );
  return { found, droppedTags };
}

/** Whatever one tagger trips over is a reason for one facet of one message, and for nothing else. */
function safely(tell: () => Told | UntaggedReason, failure: UntaggedReason): Told | UntaggedReason {
  try {
    return tell();
  } catch {
    return failure;
  }
}

function untagged(
  { id, readAt }: MessageToLabel,
  facet: FoundLabel['facet'],
  model: string,
  reason: UntaggedReason,
): FoundLabel {
  return { messageId: id, facet, values: [], confidences: [], model, reason, at: readAt };
}
