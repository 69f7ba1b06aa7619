import type { Ack } from '../../port/ack.js';

/** What a status of a message of ours means; null for those that mean nothing to us. */
export function ackOfStatus(status: string): Ack | null {
  switch (status) {
    case 'sent':
      return 1;
    case 'delivered':
      return 2;
    case 'read':
    case 'played':
      return 3;
    case 'failed':
      return -1;
    default:
      return null;
  }
}
