import { hasRedis, redisUrl } from '#testing';

/** What `describe.each` runs over: the same tests wherever the queues are. */
export const BACKENDS: readonly (readonly ['postgres' | 'redis', () => string | undefined])[] = [
  ['postgres', () => undefined],
  ...(hasRedis() ? [['redis', redisUrl] as const] : []),
];
