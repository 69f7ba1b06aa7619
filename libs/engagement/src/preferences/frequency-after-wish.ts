import { FREQUENCIES, type Frequency } from '../planning/frequency.js';

/** Writing first as often as `normal` is what holds when nobody has said anything. */
export const DEFAULT_FREQUENCY: Frequency = 'normal';

/** How often after somebody wished for less, for more, for none or for it again: one step, never from less to nothing, nor out of nothing by less. */
export function frequencyAfterWish(before: Frequency | null, kind: 'less' | 'more' | 'off' | 'on'): Frequency {
  const now = before ?? DEFAULT_FREQUENCY;
  switch (kind) {
    case 'off':
      return 'off';
    case 'on':
      return now === 'off' ? DEFAULT_FREQUENCY : now;
    case 'less':
      return now === 'off' ? 'off' : (FREQUENCIES[Math.max(1, FREQUENCIES.indexOf(now) - 1)] ?? now);
    case 'more':
      return FREQUENCIES[FREQUENCIES.indexOf(now) + 1] ?? now;
  }
}
