import { applyOperation, approve } from '../src/facts/lifecycle/apply-operation.js';
import type { KnownMemory, LifecycleContext, ReadOperation } from '../src/facts/lifecycle/known-memory.js';
import { newOperation } from './new-operation.js';

/** Noon of a day. */
export const at = (day: string): Date => new Date(`${day}T12:00:00Z`);
export const MARCH = at('2026-03-01');
export const APRIL = at('2026-04-01');
export const NOW = at('2026-06-01');

/** A memory of one contact, built by what was said. */
export class Told {
  memories: KnownMemory[] = [];

  constructor(private readonly now = NOW) {}

  say(changes: Partial<ReadOperation>, context: Partial<LifecycleContext> = {}): this {
    const changed = applyOperation(this.memories, newOperation(changes), {
      now: this.now,
      threshold: 0.7,
      origin: 'said',
      newId: `f${this.memories.length + 1}`,
      ...context,
    });
    return this.keep(changed);
  }

  approve(id: string): this {
    const memory = this.known((known) => known.id === id);
    return this.keep(approve(memory, this.memories, { now: this.now, threshold: 0.7 }));
  }

  keep(changed: readonly KnownMemory[]): this {
    const ids = new Set(changed.map(({ id }) => id));
    this.memories = [...this.memories.filter(({ id }) => !ids.has(id)), ...changed].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    return this;
  }

  /** `wording status reason` of each. */
  get told(): string[] {
    return this.memories.map(({ wording, status, reason }) => [wording, status, reason].filter(Boolean).join(' '));
  }

  of(wording: string): KnownMemory {
    return this.known((memory) => memory.wording === wording);
  }

  private known(is: (memory: KnownMemory) => boolean): KnownMemory {
    const memory = this.memories.find(is);
    if (!memory) throw new Error('no such memory');
    return memory;
  }
}

/** Somebody lives in a place: one at a time. */
export const lives = (place: string, changes: Partial<ReadOperation> = {}): Partial<ReadOperation> => ({
  wording: place,
  topic: 'lives',
  single: true,
  messageIds: [`m-${place}`],
  ...changes,
});
