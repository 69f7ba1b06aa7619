import type { DeadEnd } from '../store/engagements.service.js';

/** What became of a plan that was to be handed over. */
export type DeliveryOutcome =
  | { readonly kind: 'handed-over'; readonly outboxId: string; readonly accountId: string }
  | { readonly kind: 'waits'; readonly reason: string; readonly until: Date }
  | { readonly kind: 'ended'; readonly status: DeadEnd; readonly reason: string }
  /** It has been handed over or has ended, or is being merged with another. */
  | { readonly kind: 'not-waiting' };

export interface HandOverOptions {
  /** Its time need not have come, and it counts as approved; everything else holds. */
  readonly now?: boolean;
  /** Who wants it now. */
  readonly principal?: string;
}

/** What one run came to. */
export interface DeliveryReport {
  readonly handedOver: number;
  readonly waiting: number;
  readonly ended: number;
  /** Of those handed over before, how many have an end now. */
  readonly settled: number;
  /** Of those sent before, of how many it is known now whether they were answered. */
  readonly judged: number;
}
