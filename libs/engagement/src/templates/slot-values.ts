import type { MemoryFact } from '#memory';

import { eventWords } from './event-words.js';
import { toldAs } from './told-as.js';
import type { SlotValues } from './template-slots.js';

/** What is known for the places of a template. */
export interface SlotSources {
  /** As the person calls themselves. */
  readonly name: string | null;
  /** The most important first. */
  readonly memories: readonly Pick<MemoryFact, 'text'>[];
  /** The words of the memory that makes the moment. */
  readonly moment: string | null;
  readonly language: string;
}

const FIRST_NAME = /^\p{Lu}\p{Ll}{1,15}$/u;

/** The values that fit: a place whose words would not fit into a sentence of this language stays empty. */
export function slotValues({ name, memories, moment, language }: SlotSources): SlotValues {
  const first = name?.trim().split(/\s+/u)[0] ?? '';
  const told = memories.flatMap(({ text }) => toldAs(text, language) ?? []);
  const memory = told.find(({ slot }) => slot === 'memory')?.words;
  const topic = told.find(({ slot }) => slot === 'topic')?.words;
  const event = moment === null ? null : eventWords(moment, language);
  return {
    ...(FIRST_NAME.test(first) && { name: first }),
    ...(memory !== undefined && { memory }),
    ...(topic !== undefined && { topic }),
    ...(event !== null && { event }),
  };
}
