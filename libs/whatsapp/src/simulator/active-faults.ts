import { strikes } from './fault-dice.js';
import type { Fault, FaultScript } from './fault-script.js';

const MOST_REMEMBERED = 100_000;

/** The fault script in force, and what it struck already: some faults strike a message only once, or it would never arrive. */
export class ActiveFaults {
  private readonly struck = new Set<string>();

  constructor(public script: FaultScript) {}

  strikes(fault: Fault, messageId: string): boolean {
    return strikes(this.script, fault, messageId);
  }

  strikesOnce(fault: Fault, messageId: string): boolean {
    const strike = `${fault}:${messageId}`;
    if (this.struck.has(strike) || !this.strikes(fault, messageId)) return false;
    if (this.struck.size >= MOST_REMEMBERED) this.struck.clear();
    this.struck.add(strike);
    return true;
  }
}
