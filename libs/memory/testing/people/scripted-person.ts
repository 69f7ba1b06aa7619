import type { MemoryCategory } from '../../src/facts/memory-category.js';
import type { MemoryStatus } from '../../src/facts/memory-fact.js';

/** What a model says of one message, as a test writes it down. */
export interface ScriptedProposal {
  readonly op?: 'add' | 'reinforce' | 'contradict' | 'close';
  /** The number of a message of the stretch; it may be one that is not there. */
  readonly n: number;
  readonly text: string;
  readonly category?: MemoryCategory;
  readonly key?: string;
  readonly single?: boolean;
  readonly about?: 'writer' | 'other';
  /** The known memory that is meant, by its words; a number is taken as it is. */
  readonly memory?: RegExp | number;
  readonly confidence?: number;
  readonly importance?: number;
  readonly from?: string;
  readonly until?: string;
}

/** What is said in one go, and what the model makes of it. */
export interface ScriptedTalk {
  /** How many days ago; the lines are a minute apart, from 10:00 on. */
  readonly daysAgo: number;
  /** "< …" is ours, "@Eva …" another member's of a group; the rest is the person's. */
  readonly lines: readonly string[];
  readonly model: readonly ScriptedProposal[];
}

/** A memory that should be there in the end, by its words. */
export type ExpectedMemory = readonly [status: MemoryStatus, text: RegExp];

/** One person, what they say over time, and what should be known of them then. */
export interface ScriptedPerson {
  readonly kind: string;
  readonly name: string;
  readonly group?: boolean;
  readonly talks: readonly ScriptedTalk[];
  readonly expected: readonly ExpectedMemory[];
}

export function talk(daysAgo: number, lines: readonly string[], model: readonly ScriptedProposal[] = []): ScriptedTalk {
  return { daysAgo, lines, model };
}
