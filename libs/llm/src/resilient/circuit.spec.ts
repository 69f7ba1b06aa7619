import { admit, CLOSED, settle, type CallVerdict, type Circuit } from './circuit.js';

const POLICY = { failures: 3, openMs: 1_000 };

describe('circuit', () => {
  it('opens after so many failures in a row, and not before', () => {
    expect(after(CLOSED, 0, 'fails', 'fails')).toEqual({ failures: 2, probing: false });
    expect(after(CLOSED, 0, 'fails', 'fails', 'fails')).toEqual({ failures: 3, openUntil: 1_000, probing: false });
    expect(after(CLOSED, 0, 'fails', 'fails', 'works', 'fails', 'fails').openUntil).toBeUndefined();
    expect(after(CLOSED, 0, 'fails', 'fails', 'says-nothing', 'fails').openUntil).toBe(1_000);
  });

  it('admits nothing while open, then exactly one probe', () => {
    const open = after(CLOSED, 0, 'fails', 'fails', 'fails');
    expect(admit(open, 999).admitted).toBe(false);
    const probe = admit(open, 1_000);
    expect(probe.admitted).toBe(true);
    expect(admit(probe.circuit, 1_000).admitted).toBe(false);
  });

  it.each<[CallVerdict, number, boolean]>([
    ['works', 1_001, true],
    ['fails', 1_001, false],
    ['fails', 2_000, true],
    ['says-nothing', 1_001, true],
  ])('after a probe that %s, a call at %d is admitted: %s', (verdict, at, admitted) => {
    const probing = admit(after(CLOSED, 0, 'fails', 'fails', 'fails'), 1_000).circuit;
    expect(admit(after(probing, 1_000, verdict), at).admitted).toBe(admitted);
  });

  it('is not held open longer by calls that were under way when it opened', () => {
    const open = after(CLOSED, 0, 'fails', 'fails', 'fails');
    expect(after(open, 900, 'fails', 'fails').openUntil).toBe(1_000);
  });
});

function after(circuit: Circuit, now: number, ...verdicts: CallVerdict[]): Circuit {
  return verdicts.reduce((state, verdict) => settle(state, verdict, now, POLICY), circuit);
}
