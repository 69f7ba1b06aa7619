/** Notified with an account's id when the operator wants something else of it, and when somebody waits for a pairing code. */
export const ACCOUNTS_CHANNEL = 'accounts';
