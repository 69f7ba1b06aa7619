import type { MemoryFact } from '../facts/memory-fact.js';
import type { RetrievedMemory } from '../retrieval/retrieved-memory.js';
import { CONTEXT_POLICY } from './context-policy.js';
import type { UsableFact } from './remembered-context.js';
import { withinTokens } from './within-tokens.js';

/**
 * The memories that an answer sees: first those that have to do with what is said now, then the most important ones, whatever is said.
 * `known` are in order of importance.
 */
export function chooseFacts(
  found: readonly RetrievedMemory[],
  known: readonly MemoryFact[],
  most: number,
): readonly UsableFact[] {
  const fitting = new Map<string, UsableFact>();
  for (const memory of found) if (memory.kind === 'fact') fitting.set(memory.id, fitsAs(memory));
  const important: UsableFact[] = [];
  for (const fact of known) {
    const fits = fitting.get(fact.id);
    if (fits) fitting.set(fact.id, { ...fits, origin: fact.origin });
    else if (fact.importance >= CONTEXT_POLICY.alwaysFrom && important.length < most) important.push(mattersAs(fact));
  }
  return withinTokens([...fitting.values(), ...important].slice(0, most), CONTEXT_POLICY.factTokens);
}

function fitsAs({ id, text, relevance, reasons }: RetrievedMemory): UsableFact {
  // Whoever finds what is not known says nothing of where it is from.
  return { id, text, relevance, reason: reasons.join(', '), origin: 'said' };
}

function mattersAs({ id, text, importance, origin }: MemoryFact): UsableFact {
  return { id, text, origin, relevance: 0, reason: `importance ${importance} of 10` };
}
