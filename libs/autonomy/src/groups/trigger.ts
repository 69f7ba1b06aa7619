/** What made it look at a group: something happened there, time passed, or the operator changed something. */
export type Trigger = 'message' | 'tick' | 'operator';
