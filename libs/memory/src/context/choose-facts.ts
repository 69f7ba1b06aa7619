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
  const origins = new Map(known.map(({ id, origin }) => [id, origin]));
  const fitting = found
    .filter(({ kind }) => kind === 'fact')
    .map(({ id, text, relevance, reasons }) => ({
      ...{ id, text, relevance, reason: reasons.join(', ') },
      // Whoever finds what is not known says nothing of where it is from.
      origin: origins.get(id) ?? 'said',
    }));
  const chosen = new Set(fitting.map(({ id }) => id));
  const important = known
    .filter(({ id, importance }) => importance >= CONTEXT_POLICY.alwaysFrom && !chosen.has(id))
    .map(({ id, text, importance, origin }) => ({
      ...{ id, text, origin, relevance: 0 },
      reason: `importance ${importance} of 10`,
    }));
  return withinTokens([...fitting, ...important].slice(0, most), CONTEXT_POLICY.factTokens);
}
