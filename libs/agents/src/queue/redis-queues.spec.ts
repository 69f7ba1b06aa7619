import { RedisQueues } from './redis-queues.js';

it('says which Redis does not answer, without its password', async () => {
  const opening: unknown = await RedisQueues.open('redis://me:canary@127.0.0.1:1', 'test').catch((e: unknown) => e);
  expect(opening).toMatchObject({
    code: 'agents.queue-unreachable',
    message: expect.stringContaining('127.0.0.1:1 does not answer'),
  });
  expect(String(opening)).not.toContain('canary');
});
