import { waitFor } from '#testing';

import { SessionDuty } from './session-duty.js';

const NEVER_MS = 3_600_000;

describe('SessionDuty', () => {
  it('is done at once, and again when called, also when called meanwhile', async () => {
    let rounds = 0;
    const finish: (() => void)[] = [];
    const work = (): Promise<void> => {
      rounds += 1;
      return new Promise((resolve) => finish.push(resolve));
    };
    const duty = new SessionDuty({ everyMs: NEVER_MS, work, report: () => undefined });
    duty.call();
    duty.call();
    finish.shift()?.();
    await waitFor(() => rounds === 2, { what: 'the second round' });
    const stopped = duty.stop();
    finish.shift()?.();
    await stopped;
    duty.call();
    expect(rounds).toBe(2);
  });

  it('goes on after a round that failed, and tells of it', async () => {
    const reported: unknown[] = [];
    let rounds = 0;
    const work = (): Promise<void> => {
      rounds += 1;
      return rounds < 3 ? Promise.reject(new Error(`round ${rounds}`)) : Promise.resolve();
    };
    const duty = new SessionDuty({ everyMs: 1, work, report: (error) => reported.push(error) });
    await waitFor(() => rounds >= 3, { what: 'the third round' });
    await duty.stop();
    expect(reported).toEqual([new Error('round 1'), new Error('round 2')]);
  });
});
