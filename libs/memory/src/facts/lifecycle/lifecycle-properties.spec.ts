import fc from 'fast-check';

import { newOperation } from '../../../testing/new-operation.js';
import { applyOperation } from './apply-operation.js';
import type { KnownMemory, ReadOperation } from './known-memory.js';

const NOW = new Date('2026-06-01T00:00:00Z');
const date = fc.integer({ min: 0, max: 40 }).map((weeks) => new Date(NOW.getTime() + (weeks - 30) * 7 * 86_400_000));

/** What people say, in any order and at any time. `target` is the place of a memory among those that are known then. */
const operation = fc.record({
  kind: fc.constantFrom('add' as const, 'reinforce' as const, 'contradict' as const, 'close' as const),
  place: fc.nat(5),
  wording: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  topic: fc.constantFrom(null, 't1', 't2'),
  single: fc.boolean(),
  confidence: fc.constantFrom(0.3, 0.7, 0.9, 1),
  importance: fc.integer({ min: 1, max: 10 }),
  validFrom: fc.option(date),
  validUntil: fc.option(date),
  saidAt: date,
  instructionLike: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

type Said = typeof operation extends fc.Arbitrary<infer T> ? T : never;

function run(said: readonly Said[]): {
  readonly states: (readonly KnownMemory[])[];
  readonly operations: ReadOperation[];
} {
  const states: (readonly KnownMemory[])[] = [[]];
  const operations: ReadOperation[] = [];
  said.forEach(({ place, ...rest }, index) => {
    const known = states.at(-1)!;
    const target = known[place]?.id;
    const read = newOperation({ ...rest, messageIds: [`m${index}`], ...(target !== undefined && { target }) });
    operations.push(read);
    states.push(after(known, read, index));
  });
  return { states, operations };
}

function after(known: readonly KnownMemory[], read: ReadOperation, index: number): readonly KnownMemory[] {
  const changed = applyOperation(known, read, { now: NOW, threshold: 0.7, origin: 'said', newId: `f${index}` });
  const byId = new Map([...known, ...changed].map((memory) => [memory.id, memory]));
  return [...byId.values()];
}

const runs = (check: (said: Said[]) => void): void => {
  fc.assert(fc.property(fc.array(operation, { maxLength: 12 }), check), { numRuns: 300 });
};

describe('whatever is said', () => {
  it('of one thing that is single, one is active', () => {
    runs((said) => {
      for (const known of run(said).states) {
        const topics = known
          .filter((m) => m.status === 'active' && m.single && m.topic !== null)
          .map(({ topic }) => topic);
        expect(new Set(topics).size).toBe(topics.length);
      }
    });
  });

  it('no time ends before it begins', () => {
    runs((said) => {
      for (const memory of run(said).states.at(-1)!) {
        expect(memory.validUntil === null || memory.validFrom === null || memory.validFrom <= memory.validUntil).toBe(
          true,
        );
        expect(memory.knownUntil === null || memory.knownFrom <= memory.knownUntil).toBe(true);
        expect(memory.firstMentionedAt <= memory.lastReinforcedAt).toBe(true);
        expect(memory.status === 'closed').toBe(memory.knownUntil !== null);
      }
    });
  });

  it('said all over again, it changes nothing', () => {
    runs((said) => {
      const { states, operations } = run(said);
      const end = states.at(-1)!;
      const again = operations.reduce((known, read, index) => after(known, read, 100 + index), end);
      expect(again).toEqual(end);
    });
  });

  it('nothing is lost, and what is closed stays as it is', () => {
    runs((said) => {
      const { states } = run(said);
      states.slice(1).forEach((known, index) => {
        for (const before of states[index]!) {
          const now = known.find(({ id }) => id === before.id);
          if (before.status === 'closed') expect(now).toEqual(before);
          else expect(now).toBeDefined();
        }
      });
    });
  });

  it('a doubtful or commanding word ends nothing', () => {
    runs((said) => {
      const { states, operations } = run(said);
      operations.forEach((read, index) => {
        if (!read.instructionLike) return;
        const open = (known: readonly KnownMemory[]) =>
          known.filter(({ status }) => status === 'active').map(({ id }) => id);
        expect(open(states[index + 1]!)).toEqual(open(states[index]!));
      });
    });
  });
});
