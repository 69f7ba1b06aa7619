import type { MemoryFact } from '../facts/memory-fact.js';

/** What is told of a contact in every answer. */
export const PROFILE_WORDS = 120;
/** More memories than this are not told of. */
const MOST_FACTS = 24;
/** Who they are comes before what they like. */
const FIRST: readonly string[] = [
  'personal',
  'relationship',
  'health',
  'work',
  'location',
  'education',
  'goal',
  'plan',
];

/** The memories that make up the portrait, the most important first. */
export function profileFacts(facts: readonly MemoryFact[]): MemoryFact[] {
  return facts
    .filter(({ status }) => status === 'active')
    .toSorted(
      (a, b) => weightOf(b) - weightOf(a) || b.reinforcementCount - a.reinforcementCount || (a.id < b.id ? -1 : 1),
    )
    .slice(0, MOST_FACTS);
}

/** A portrait without a model: the memories as they are, as many as there is room for. Null when there are none. */
export function profileText(facts: readonly MemoryFact[]): string | null {
  const lines: string[] = [];
  let words = 0;
  for (const { text } of facts) {
    const more = text.trim().split(/\s+/).length;
    if (words + more > PROFILE_WORDS) continue;
    words += more;
    lines.push(/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
  }
  return lines.length === 0 ? null : lines.join(' ');
}

function weightOf({ importance, confidence, category }: MemoryFact): number {
  const place = FIRST.indexOf(category);
  return importance + confidence + (place < 0 ? 0 : (FIRST.length - place) / FIRST.length);
}
