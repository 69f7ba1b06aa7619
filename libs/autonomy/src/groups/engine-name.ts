/** Which engine decides in a group: `v2` looks at the talk, `v1` is the random timer, `off` says nothing unasked. */
export type EngineName = 'off' | 'v1' | 'v2';
