/**
 * Every event a socket can hear: `{ scope, payload }` by name. Each feature adds its own, through
 * `declare module '#realtime' { interface RealtimeEventMap { … } }`. The scope is the one a key must have to hear it: it stands
 * here, so that what needs a strong one cannot be published under a weaker one by mistake. The payload is JSON.
 */
export interface RealtimeEventMap {}

export type RealtimeEventName = Extract<keyof RealtimeEventMap, string>;

/** One event as it is published. */
export type RealtimeEvent<N extends RealtimeEventName = RealtimeEventName> = {
  readonly [Name in N]: RealtimeEventMap[Name] extends { scope: infer Scope; payload: infer Payload }
    ? { readonly event: Name; readonly scope: Scope; readonly payload: Payload }
    : never;
}[N];
