import { newId } from './id.js';

import { idAt, timeOfId } from './id-time.js';

describe('idAt', () => {
  it('is at most any id that was made then, and at least any that was made before', () => {
    const before = newId();
    const time = timeOfId(before);
    expect(Math.abs(time.getTime() - Date.now())).toBeLessThan(10_000);
    expect(idAt(time) <= before).toBe(true);
    expect(idAt(new Date(time.getTime() + 1)) > before).toBe(true);
    expect(timeOfId(idAt(time))).toEqual(time);
  });
});
