import type { StandInFaults } from './stand-in-faults.js';

/** Whether a fault meets this send; counts down the ones that are for the next few. */
export class SendFaultCounter {
  private readonly tried = new Set<string>();

  constructor(
    private readonly faults: StandInFaults,
    private readonly name: 'failSend' | 'loseAck',
  ) {}

  strikes(id: string): boolean {
    const fault = this.faults[this.name];
    if (typeof fault === 'boolean') return fault;
    if (fault === 'first-try') {
      if (this.tried.has(id)) return false;
      this.tried.add(id);
      return true;
    }
    if (fault < 1) return false;
    this.faults[this.name] = fault - 1;
    return true;
  }
}
