import type { Action } from './action.js';
import type { CheckName } from './check-name.js';
import type { Reason } from './decision.js';

const MINUTE = 60;
/** Local hours begin on a quarter of an hour of UTC, in every zone. */
const QUARTER = 900;

/** What can make a check true without another event. */
type Opening = 'with-time' | 'next-minute' | 'next-hour';

/**
 * Actions, one after the other, weighed check by check: all must hold. Keeps the check that is furthest away, and from when on time alone could make all of
 * them hold. Plain fields and no object for each check, for this is done a million times a second.
 */
export class Weighing {
  /** How near the furthest check is, 0-1; 0 when the mood rules the action out. */
  score = 1;
  /** Seconds since 1970; Infinity when it takes an event. */
  opensAt = 0;
  #action: Action = 'join_conversation';
  #furthest: CheckName | null = null;
  #has = 0;
  #needs = 0;

  /** With `all`, every check is written there. */
  constructor(
    private readonly now: number,
    private readonly all: Reason[] | null = null,
  ) {}

  /** The next action is weighed. */
  begin(action: Action): void {
    this.score = 1;
    this.opensAt = this.now;
    this.#action = action;
    this.#furthest = null;
  }

  /** Whether the mood is one for this at all; what it rules out need not be weighed further. */
  mood(name: CheckName, has: number, needs: number): boolean {
    const met = has >= needs;
    this.all?.push({ action: this.#action, name, has, needs, met });
    if (!met) this.#missed(name, has, needs, 0, Infinity);
    return met;
  }

  atLeast(name: CheckName, has: number, needs: number, opens?: Opening): void {
    const met = has >= needs;
    this.all?.push({ action: this.#action, name, has, needs, met });
    if (!met) this.#missed(name, has, needs, has / needs, this.#openingOf(opens, needs - has));
  }

  atMost(name: CheckName, has: number, needs: number, opens?: Opening): void {
    const met = has <= needs;
    this.all?.push({ action: this.#action, name, has, needs, met });
    if (!met) this.#missed(name, has, needs, needs / has, this.#openingOf(opens, 0));
  }

  /** What holds the action back most; null when nothing does. */
  furthest(): Reason | null {
    if (this.#furthest === null) return null;
    return { action: this.#action, name: this.#furthest, has: this.#has, needs: this.#needs, met: false };
  }

  #missed(name: CheckName, has: number, needs: number, share: number, opensAt: number): void {
    if (opensAt > this.opensAt) this.opensAt = opensAt;
    if (this.#furthest !== null && share >= this.score) return;
    this.score = share;
    this.#furthest = name;
    this.#has = has;
    this.#needs = needs;
  }

  #openingOf(opens: Opening | undefined, missing: number): number {
    switch (opens) {
      case 'with-time':
        return this.now + missing;
      case 'next-minute':
        return nextOf(MINUTE, this.now);
      case 'next-hour':
        return nextOf(QUARTER, this.now);
      case undefined:
        return Infinity;
    }
  }
}

function nextOf(seconds: number, now: number): number {
  return (Math.floor(now / seconds) + 1) * seconds;
}
