/** Notified, with an account id, whenever that account has something new to send. */
export const OUTBOX_CHANNEL = 'outbox';
