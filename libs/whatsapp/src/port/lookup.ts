import type { Ack } from './ack.js';

/** What the account's history says about a message of ours. Only "not found, history complete" proves that it was never sent. */
export type Lookup =
  { readonly found: true; readonly ack: Ack } | { readonly found: false; readonly historyComplete: boolean };
