import { sleep, SystemClock } from '#kernel';

import { AnthropicServer } from '../../testing/index.js';
import { AnthropicModel } from '../anthropic/anthropic-model.js';
import type { CompletionEvent } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import { callPolicy } from './call-policy.js';
import { ResilientModel } from './resilient-model.js';

const REQUEST: CompletionRequest = { purpose: 'chat', system: [], messages: [{ role: 'user', content: 'Hello' }] };

describe('ResilientModel over the real SDK', () => {
  let server: AnthropicServer;
  beforeAll(async () => {
    server = await AnthropicServer.start();
  });
  beforeEach(() => server.reset());
  afterAll(() => server.stop());

  it('is the one layer that retries, until an answer comes', async () => {
    server.answers(
      { kind: 'error', status: 429, type: 'rate_limit_error', retryAfter: '0' },
      { kind: 'error', status: 529, type: 'overloaded_error' },
    );
    expect((await resilient(10_000).complete(REQUEST)).stopReason).toBe('end');
    expect(server.requests).toHaveLength(3);
  });

  it('tries a stream again that broke off before its first piece', async () => {
    server.answers({ kind: 'cut', text: 'one two', afterEvents: 3 }, { kind: 'text', text: 'one two' });
    const events: CompletionEvent[] = [];
    for await (const event of resilient(10_000).stream(REQUEST)) events.push(event);
    expect(events.at(-1)).toMatchObject({ type: 'done', completion: { text: 'one two' } });
  });

  it('ends a stream that stops moving in the middle', async () => {
    server.answers({ kind: 'text', text: 'one two', pauseAfterFirst: new Promise(() => undefined) });
    const events: CompletionEvent[] = [];
    const reading = async () => {
      for await (const event of resilient(200).stream(REQUEST)) events.push(event);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'llm.timeout' });
    expect(events).toEqual([{ type: 'text', text: 'one ' }]);
  });

  function resilient(timeoutMs: number): ResilientModel {
    const anthropic = new AnthropicModel({
      apiKey: AnthropicServer.KEY,
      baseUrl: server.url,
      chatModel: 'claude-sonnet-5-5',
      taskModel: 'claude-haiku-5-5',
      timeoutMs,
      maxTokens: 500,
    });
    const policy = callPolicy(timeoutMs);
    const quick = { ...policy, retry: { ...policy.retry, baseMs: 1 } };
    const surroundings = { clock: new SystemClock(), sleep, random: Math.random };
    return new ResilientModel(anthropic, quick, surroundings, { record: () => undefined });
  }
});
