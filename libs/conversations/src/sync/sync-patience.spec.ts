import { SyncPatience } from './sync-patience.js';
import type { SyncAccount } from './waiting-reason.js';

const ready: SyncAccount = {
  ...{ id: 'a', name: 'work', status: 'READY', statusReason: null, wanted: 'running', owned: true },
};
const away: SyncAccount = { ...ready, id: 'b', status: 'RECONNECTING' };

describe('SyncPatience', () => {
  it('waits as long as something moves', () => {
    const patience = new SyncPatience();
    for (let minute = 0; minute < 60; minute += 9) {
      expect(patience.waitsFor([ready], `${minute}`, minute * 60_000)).toBe(true);
    }
  });

  it('gives up when nothing moves', () => {
    const patience = new SyncPatience();
    expect(patience.waitsFor([ready], 'same', 0)).toBe(true);
    expect(patience.waitsFor([ready], 'same', 599_999)).toBe(true);
    expect(patience.waitsFor([ready], 'same', 600_000)).toBe(false);
  });

  it('gives an account that is away a moment to come back, and waits for the others', () => {
    const patience = new SyncPatience();
    expect(patience.waitsFor([away], '', 0)).toBe(true);
    expect(patience.waitsFor([away], '', 29_999)).toBe(true);
    expect(patience.waitsFor([away], '', 30_000)).toBe(false);
    expect(patience.waitsFor([away, ready], '', 30_000)).toBe(true);
    expect(patience.waitsFor([{ ...away, status: 'READY' }], '', 31_000)).toBe(true);
    expect(patience.waitsFor([away], '', 32_000)).toBe(true);
  });

  it('does not wait for what is stopped', () => {
    expect(new SyncPatience().waitsFor([{ ...away, wanted: 'stopped' }], '', 0)).toBe(false);
  });
});
