export interface CircuitPolicy {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** How long it stays open before one call may probe, in milliseconds. */
  readonly openMs: number;
}

/** A circuit breaker as a value. Closed while `openUntil` is undefined; times are milliseconds since the epoch. */
export interface Circuit {
  readonly failures: number;
  readonly openUntil?: number;
  readonly probing: boolean;
}

/** What a call says about the provider: nothing when it was taken back or was wrong by itself. */
export type CallVerdict = 'works' | 'fails' | 'says-nothing';

export const CLOSED: Circuit = { failures: 0, probing: false };

/** Whether a call may go out now, and the circuit after that. An open circuit lets one probe through when its time is over. */
export function admit(circuit: Circuit, now: number): { readonly admitted: boolean; readonly circuit: Circuit } {
  if (circuit.openUntil === undefined) return { admitted: true, circuit };
  const admitted = now >= circuit.openUntil && !circuit.probing;
  return { admitted, circuit: admitted ? { ...circuit, probing: true } : circuit };
}

/** The circuit after a call that was admitted. */
export function settle(circuit: Circuit, verdict: CallVerdict, now: number, policy: CircuitPolicy): Circuit {
  switch (verdict) {
    case 'works':
      return CLOSED;
    case 'says-nothing':
      return { ...circuit, probing: false };
    case 'fails': {
      const failures = circuit.failures + 1;
      if (failures < policy.failures) return { failures, probing: false };
      // Calls that were under way when it opened do not keep it open longer; a failed probe does.
      const stillOpen = circuit.openUntil !== undefined && now < circuit.openUntil;
      return { failures, openUntil: stillOpen ? circuit.openUntil : now + policy.openMs, probing: false };
    }
  }
}
