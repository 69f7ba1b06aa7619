import { CATEGORIES, SENTIMENTS, type Facet } from '#messaging';

import type { FacetTagger, Told } from './facet-tagger.js';
import { categoryByRules } from './rules/category-by-rules.js';
import { sentimentByRules, type Judged } from './rules/sentiment-by-rules.js';
import { tagsByRules } from './rules/tags-by-rules.js';

/** A message with more tags than this has been tagged with everything there is. */
const MAX_TAGS = 10;

/** The three taggers, over the vocabulary of tags that the operator has set. */
export function facetTaggers(vocabulary: readonly string[]): ReadonlyMap<Facet, FacetTagger> {
  const taggers = [
    oneOf('sentiment', SENTIMENTS, 'how the writer feels', sentimentByRules),
    oneOf('category', CATEGORIES, 'what the message is for', categoryByRules),
    tagsOf(vocabulary),
  ];
  return new Map(taggers.map((tagger) => [tagger.facet, tagger]));
}

function oneOf(
  facet: Facet,
  values: readonly string[],
  meaning: string,
  byRules: (text: string) => Judged<string>,
): FacetTagger {
  return {
    facet,
    instruction: `${facet}: ${meaning}, one of ${values.join(', ')}.`,
    schema: labelSchema(values),
    read: (said) => {
      const { value, confidence } = labelOf(said);
      if (!values.includes(value)) throw new Error(`${facet} takes one of ${values.join(', ')}.`);
      return { values: [value], confidences: [confidence], dropped: 0 };
    },
    byRules: (text) => told([byRules(text)], 0),
  };
}

function tagsOf(vocabulary: readonly string[]): FacetTagger {
  return {
    facet: 'tags',
    instruction: `tags: those that are plainly true of the message, often none, from this list only: ${vocabulary.join(', ')}.`,
    schema: { type: 'array', items: labelSchema(vocabulary) },
    read: (said) => {
      if (!Array.isArray(said)) throw new Error('tags takes a list.');
      const labels = said.map(labelOf);
      const known = labels.filter(({ value }) => vocabulary.includes(value));
      return told(eachOnce(known).slice(0, MAX_TAGS), labels.length - known.length);
    },
    byRules: (text) => told(tagsByRules(text, vocabulary).slice(0, MAX_TAGS), 0),
  };
}

function labelSchema(values: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    type: 'object',
    properties: {
      value: { type: 'string', enum: values },
      confidence: { type: 'number', description: '0 to 1: how sure you are' },
    },
    required: ['value', 'confidence'],
    additionalProperties: false,
  };
}

function labelOf(said: unknown): Judged<string> {
  const { value, confidence } = (said ?? {}) as { readonly value?: unknown; readonly confidence?: unknown };
  if (typeof value !== 'string') throw new Error('value takes a word.');
  if (typeof confidence !== 'number' || !(confidence >= 0 && confidence <= 1)) {
    throw new Error('confidence takes a number from 0 to 1.');
  }
  return { value: value.trim().toLowerCase(), confidence };
}

function eachOnce(labels: readonly Judged<string>[]): Judged<string>[] {
  const sure = labels.toSorted((a, b) => b.confidence - a.confidence);
  return sure.filter(({ value }, index) => sure.findIndex((one) => one.value === value) === index);
}

function told(labels: readonly Judged<string>[], dropped: number): Told {
  return { values: labels.map(({ value }) => value), confidences: labels.map(({ confidence }) => confidence), dropped };
}
