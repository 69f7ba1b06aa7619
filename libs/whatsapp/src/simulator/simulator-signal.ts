import type { Ack } from '../port/ack.js';

/** What one process tells the others about the network: names of things, never a text. */
export type SimulatorSignal =
  /** Ticks of a phone's message: 1 the network has it (and it waits for us), 2 we have it, 3 we read it. */
  | { readonly type: 'tick'; readonly chat: string; readonly id: string; readonly ack: Ack }
  | { readonly type: 'delivery'; readonly chat: string }
  | { readonly type: 'typing'; readonly chat: string; readonly on: boolean }
  /** The account's line or faults were changed. */
  | { readonly type: 'account'; readonly accountId: string }
  /** Signals may have been missed: look at the tables. */
  | { readonly type: 'missed' };
