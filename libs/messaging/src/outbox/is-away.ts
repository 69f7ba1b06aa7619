import { AppError } from '#kernel';
import type { WhatsAppPort } from '#whatsapp';

/** Whether the connection is gone, and not only one question that a connected page has no answer to: that one would be asked for ever. */
export function isAway(error: unknown, port: WhatsAppPort): boolean {
  return error instanceof AppError && error.code === 'whatsapp.not-connected' && port.status().state !== 'READY';
}
