/**
 * Every task there is: `{ payload, result }` by name. Each feature adds its own in its `*.task.ts`, through
 * `declare module '#agents' { interface TaskMap { … } }`. Payload and result are JSON and hold ids, never what people wrote.
 */
export interface TaskMap {}

export type TaskName = Extract<keyof TaskMap, string>;

export type PayloadOf<N extends TaskName> = TaskMap[N] extends { payload: infer Payload } ? Payload : never;

/** What its handler resolves to; kept only for tasks with a record, as their `output_data`. */
export type ResultOf<N extends TaskName> = TaskMap[N] extends { result: infer Result } ? Result : never;
