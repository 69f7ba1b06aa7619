import type { Facet } from './label-values.js';

/** A label of one message, the latest message first. */
export interface LabelledMessage {
  readonly facet: Facet;
  readonly values: readonly string[];
  readonly confidences: readonly number[];
  readonly byContact: boolean;
  /** The operator said so. */
  readonly byOperator: boolean;
}

/** What the labels of a chat's messages come to. */
export interface RolledUp {
  readonly facet: Facet;
  readonly values: readonly string[];
  /** 0-1, one for each value. */
  readonly shares: readonly number[];
}

/** Most messages say nothing in particular: what a fifth of them says is what the chat is about. */
const TELLING_SHARE = 0.2;
/** Both moods this strong make a chat mixed. */
const MIXED_SHARE = 0.3;
/** A tag below this confidence says nothing about a chat. */
const SURE = 0.5;
const MAX_TAGS = 20;

/** Sums up a chat: how its contacts feel, what they come for, and what is spoken of. Facets without a label are left out. */
export function rollUp(messages: readonly LabelledMessage[]): readonly RolledUp[] {
  const of = (facet: Facet): LabelledMessage[] => messages.filter((message) => message.facet === facet);
  return [
    ...sentimentOf(heard(of('sentiment'))),
    ...categoryOf(heard(of('category'))),
    ...tagsOf(heardOrCorrected(of('tags'))),
  ];
}

/** What contacts say; in a chat where only we have written, what we say. */
function heard(messages: readonly LabelledMessage[]): readonly LabelledMessage[] {
  const byContacts = messages.filter(({ byContact }) => byContact);
  return byContacts.length > 0 ? byContacts : messages;
}

/** A tag that the operator put on a message of ours is meant. */
function heardOrCorrected(messages: readonly LabelledMessage[]): readonly LabelledMessage[] {
  const said = messages.filter(({ byContact, byOperator }) => byContact || byOperator);
  return messages.some(({ byContact }) => byContact) ? said : messages;
}

function sentimentOf(messages: readonly LabelledMessage[]): RolledUp[] {
  const shares = sharesOf(messages);
  if (shares.size === 0) return [];
  const [positive, negative] = [shares.get('positive') ?? 0, shares.get('negative') ?? 0];
  const felt = positive + negative + (shares.get('mixed') ?? 0);
  if (felt < TELLING_SHARE) return [one('sentiment', 'neutral', 1 - felt)];
  // Among those that feel anything.
  const [up, down] = [positive / felt, negative / felt];
  if (up >= MIXED_SHARE && down >= MIXED_SHARE) return [one('sentiment', 'mixed', felt)];
  return [strongest('sentiment', shares, 'neutral')];
}

function categoryOf(messages: readonly LabelledMessage[]): RolledUp[] {
  const shares = sharesOf(messages);
  if (shares.size === 0) return [];
  const special = strongest('category', shares, 'general');
  const share = special.shares[0] ?? 0;
  return [share >= TELLING_SHARE ? special : one('category', 'general', shares.get('general') ?? 0)];
}

function tagsOf(messages: readonly LabelledMessage[]): RolledUp[] {
  if (messages.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { values, confidences } of messages) {
    values.forEach((tag, index) => {
      if ((confidences[index] ?? 0) >= SURE) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    });
  }
  const ranked = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).slice(0, MAX_TAGS);
  return [
    {
      facet: 'tags',
      values: ranked.map(([tag]) => tag),
      shares: ranked.map(([, count]) => count / messages.length),
    },
  ];
}

/** How much of all that was said each value is, by confidence. Empty when nothing was said with any. */
function sharesOf(messages: readonly LabelledMessage[]): Map<string, number> {
  const weights = new Map<string, number>();
  let total = 0;
  for (const { values, confidences } of messages) {
    const [value, confidence = 0] = [values[0], confidences[0]];
    if (value === undefined || confidence <= 0) continue;
    weights.set(value, (weights.get(value) ?? 0) + confidence);
    total += confidence;
  }
  return new Map([...weights].map(([value, weight]) => [value, weight / total]));
}

function strongest(facet: Facet, shares: ReadonlyMap<string, number>, plain: string): RolledUp {
  const [first] = [...shares].filter(([value]) => value !== plain).sort(([, a], [, b]) => b - a);
  return first ? one(facet, first[0], first[1]) : one(facet, plain, 0);
}

function one(facet: Facet, value: string, share: number): RolledUp {
  return { facet, values: [value], shares: [share] };
}
