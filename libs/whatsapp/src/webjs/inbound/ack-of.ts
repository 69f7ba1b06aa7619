import type { Ack } from '../../port/ack.js';

/** WhatsApp's number as ours: "played" (4) and beyond is read, anything below is an error. */
export function ackOf(ack: number | undefined): Ack {
  return Math.max(-1, Math.min(3, Math.trunc(ack ?? 0))) as Ack;
}
