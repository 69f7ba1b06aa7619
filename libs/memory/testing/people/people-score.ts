import type { MemoryFact } from '../../src/facts/memory-fact.js';
import type { ScriptedPerson } from './scripted-person.js';

/** How well what is known agrees with what should be. */
export class PeopleScore {
  private readonly kinds = new Map<string, { found: number; expected: number; stored: number; right: number }>();
  readonly misses: string[] = [];

  /** Each stored memory counts for one that is expected, of the same status. */
  add({ kind, name, expected }: ScriptedPerson, stored: readonly Pick<MemoryFact, 'text' | 'status'>[]): void {
    const left = [...stored];
    const score = this.kinds.get(kind) ?? { found: 0, expected: 0, stored: 0, right: 0 };
    for (const [status, text] of expected) {
      const at = left.findIndex((one) => one.status === status && text.test(one.text));
      if (at < 0) this.misses.push(`${name}: no ${status} ${String(text)}`);
      else left.splice(at, 1);
      score.found += at < 0 ? 0 : 1;
    }
    for (const one of left) this.misses.push(`${name}: ${one.status} "${one.text}" was not expected`);
    score.expected += expected.length;
    score.stored += stored.length;
    score.right += stored.length - left.length;
    this.kinds.set(kind, score);
  }

  get precision(): number {
    return ratio(this.sum('right'), this.sum('stored'));
  }

  get recall(): number {
    return ratio(this.sum('found'), this.sum('expected'));
  }

  /** One line a kind. */
  table(): string {
    const lines = [...this.kinds].map(
      ([kind, { found, expected, stored, right }]) =>
        `${kind.padEnd(16)} precision ${ratio(right, stored).toFixed(2)} recall ${ratio(found, expected).toFixed(2)} (${expected} expected)`,
    );
    return [
      ...lines,
      `${'all'.padEnd(16)} precision ${this.precision.toFixed(3)} recall ${this.recall.toFixed(3)}`,
    ].join('\n');
  }

  private sum(field: 'found' | 'expected' | 'stored' | 'right'): number {
    return [...this.kinds.values()].reduce((sum, one) => sum + one[field], 0);
  }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
