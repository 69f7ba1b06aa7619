import type { Reason } from './reason.js';

/** A time that a memory makes by itself, such as the evening after an exam. */
export interface Moment {
  /** Memory id and day: each is used once. */
  readonly key: string;
  readonly memoryId: string;
  readonly kind: 'event' | 'birthday';
  readonly earliest: Date;
  readonly latest: Date;
  readonly reasons: readonly Reason[];
}
