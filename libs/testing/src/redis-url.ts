/** Whether this run has a Redis. Never false in CI, where the set-up fails without one. */
export function hasRedis(): boolean {
  return Boolean(process.env.TEST_REDIS_URL);
}

/**
 * The Redis of this test run, shared by all test files: use a key prefix of your own.
 * @throws Error when there is none; ask `hasRedis` first where a test may be skipped locally
 */
export function redisUrl(): string {
  const url = process.env.TEST_REDIS_URL;
  if (!url) throw new Error('This test needs Redis: install redis-server (Debian: apt-get install redis-server)');
  return url;
}
