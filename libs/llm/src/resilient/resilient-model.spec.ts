import { Clock } from '#kernel';

import { ScriptedModel, type ScriptedAnswer } from '../../testing/index.js';
import { llmError, type LlmErrorCode } from '../llm.errors.js';
import type { CompletionEvent } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import type { LanguageModel } from '../port/language-model.port.js';
import { callPolicy } from './call-policy.js';
import { ResilientModel } from './resilient-model.js';
import { SpentError } from './spent-error.js';
import type { UsageRecord } from './usage-observer.js';

const TIMEOUT = 60_000;
const POLICY = {
  ...callPolicy(TIMEOUT),
  circuit: { failures: 4, openMs: 30_000 },
  maxConcurrent: 2,
  maxOutputCharacters: 20,
};
const REQUEST: CompletionRequest = {
  purpose: 'chat',
  system: [],
  messages: [{ role: 'user', content: 'Hello' }],
  contactId: 'c1',
};
const overloaded = llmError('llm.overloaded');

/** Waits between attempts pass at once and are noted; deadlines come when a test says so. */
class FakeTime extends Clock {
  readonly waits: number[] = [];
  private at = 0;
  private readonly deadlines: (() => void)[] = [];

  now(): Date {
    return new Date(this.at);
  }

  readonly sleep = (milliseconds: number): Promise<void> => {
    if (milliseconds === TIMEOUT) return new Promise((resolve) => this.deadlines.push(resolve));
    this.waits.push(milliseconds);
    this.advance(milliseconds);
    return Promise.resolve();
  };

  advance(milliseconds: number): void {
    this.at += milliseconds;
  }

  expireDeadlines(): void {
    for (const expire of this.deadlines.splice(0)) expire();
  }
}

describe('ResilientModel', () => {
  it('tries again after errors that may pass, waiting longer each time', async () => {
    const { model, time, inner, records } = resilient([overloaded, overloaded, 'Hi']);
    expect((await model.complete(REQUEST)).text).toBe('Hi');
    expect(inner.requests).toHaveLength(3);
    expect(time.waits).toEqual([250, 500]);
    expect(records.map(({ outcome }) => outcome)).toEqual(['llm.overloaded', 'llm.overloaded', 'ok']);
    expect(records[2]).toMatchObject({ provider: 'scripted', model: 'scripted', purpose: 'chat', contactId: 'c1' });
  });

  it('waits as long as the provider asks', async () => {
    const { model, time } = resilient([llmError('llm.rate-limited', { retryAfterSeconds: 7 }), 'Hi']);
    await model.complete(REQUEST);
    expect(time.waits).toEqual([7_000]);
  });

  it.each<LlmErrorCode>(['llm.unauthorized', 'llm.bad-request', 'llm.invalid-output', 'llm.refused'])(
    'tries %s once',
    async (code) => {
      const { model, inner } = resilient([llmError(code)]);
      await expect(model.complete(REQUEST)).rejects.toMatchObject({ code });
      expect(inner.requests).toHaveLength(1);
    },
  );

  it('gives up after three attempts, with the last error', async () => {
    const { model, inner } = resilient([overloaded]);
    await expect(model.complete(REQUEST)).rejects.toMatchObject({ code: 'llm.overloaded', retryable: true });
    expect(inner.requests).toHaveLength(3);
  });

  it('takes an unknown error for an unavailable provider, and keeps its words to itself', async () => {
    const { model } = resilient([new Error('prompt: my secret')]);
    const failure: unknown = await model.complete(REQUEST).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'llm.unavailable', cause: undefined });
    expect((failure as Error).message).not.toContain('secret');
  });

  it.each(['complete', 'stream'] as const)(
    'ends an attempt that hangs, even one that ignores its signal (%s)',
    async (way) => {
      const { model, time, inner } = resilient(['Hi']);
      inner.complete = () => new Promise(() => undefined);
      const asked = way === 'complete' ? model.complete(REQUEST) : collect(model.stream(REQUEST));
      const settled = expect(asked).rejects.toMatchObject({ code: 'llm.timeout' });
      for (let attempt = 0; attempt < 3; attempt++) {
        await settledMicrotasks();
        time.expireDeadlines();
      }
      await settled;
    },
  );

  it('opens the circuit, says for how long, and closes it after a probe that works', async () => {
    const { model, time, inner } = resilient([overloaded, overloaded, overloaded, overloaded, 'Hi']);
    await expect(model.complete(REQUEST)).rejects.toMatchObject({ code: 'llm.overloaded' });
    await expect(model.complete(REQUEST)).rejects.toMatchObject({ code: 'llm.circuit-open', retryAfterSeconds: 30 });
    expect(inner.requests).toHaveLength(4);
    time.advance(30_000);
    expect((await model.complete(REQUEST)).text).toBe('Hi');
    expect((await model.complete(REQUEST)).text).toBe('Hi');
  });

  it('does not count a wrong request against the provider', async () => {
    const { model, inner } = resilient([llmError('llm.bad-request')]);
    for (let call = 0; call < 6; call++) await model.complete(REQUEST).catch(() => undefined);
    expect(inner.requests).toHaveLength(6);
  });

  it('lets no more than its limit ask at once', async () => {
    const { model, inner } = resilient(['Hi']);
    const answers: (() => void)[] = [];
    const complete = inner.complete.bind(inner);
    inner.complete = async (request) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return complete(request);
    };
    const calls = [model.complete(REQUEST), model.complete(REQUEST), model.complete(REQUEST)];
    await settledMicrotasks();
    expect(answers).toHaveLength(2);
    answers[0]?.();
    await calls[0];
    await settledMicrotasks();
    expect(answers).toHaveLength(3);
    answers.forEach((answer) => answer());
    await Promise.all(calls);
  });

  it('gives every provider the prompt without invisible characters', async () => {
    const { model, inner } = resilient(['Hi']);
    const hidden = 'Hel\u200Blo\u{E0041}';
    await model.complete({
      ...REQUEST,
      system: [{ text: hidden, stable: true }],
      messages: [{ role: 'user', content: hidden }],
    });
    await collect(model.stream({ ...REQUEST, messages: [{ role: 'user', content: hidden }] }));
    expect(JSON.stringify(inner.requests.map(({ system, messages }) => [system, messages]))).not.toMatch(
      /[\u200B\u{E0041}]/u,
    );
  });

  it('refuses a conversation in which the user has not the last word', async () => {
    const { model, inner } = resilient(['Hi']);
    const messages = [...REQUEST.messages, { role: 'assistant' as const, content: 'Hi' }];
    await expect(model.complete({ ...REQUEST, messages })).rejects.toMatchObject({ code: 'llm.bad-request' });
    await expect(model.complete({ ...REQUEST, messages: [] })).rejects.toMatchObject({ code: 'llm.bad-request' });
    expect(inner.requests).toHaveLength(0);
  });

  it('cuts an answer that is too long, and tries an empty one again', async () => {
    const { model } = resilient(['', ' \n', 'one two three four five six']);
    expect(await model.complete(REQUEST)).toMatchObject({ text: 'one two three four f', stopReason: 'max-tokens' });
  });

  it('ends a wait or a call that is taken back', async () => {
    const { model, inner } = resilient(['Hi']);
    const controller = new AbortController();
    inner.complete = () => new Promise(() => undefined);
    const asked = model.complete({ ...REQUEST, signal: controller.signal });
    await settledMicrotasks();
    controller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'llm.aborted' });
  });
});

describe('ResilientModel.stream', () => {
  it('tries again before the first piece', async () => {
    const { model } = resilient([overloaded, 'one two']);
    const events = await collect(model.stream(REQUEST));
    expect(events.slice(0, -1)).toEqual([
      { type: 'text', text: 'one ' },
      { type: 'text', text: 'two' },
    ]);
  });

  it('does not try again after the first piece', async () => {
    const { model, inner } = resilient(['unused']);
    let streams = 0;
    inner.stream = async function* () {
      streams++;
      yield await Promise.resolve({ type: 'text' as const, text: 'one ' });
      throw llmError('llm.interrupted');
    };
    const events: CompletionEvent[] = [];
    const reading = (async () => {
      for await (const event of model.stream(REQUEST)) events.push(event);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'llm.interrupted' });
    expect(events).toHaveLength(1);
    expect(streams).toBe(1);
  });

  it('takes an end without `done` for an interruption', async () => {
    const { model, inner, records } = resilient(['unused']);
    // eslint-disable-next-line @typescript-eslint/require-await
    inner.stream = async function* () {
      yield { type: 'text', text: 'one' };
    };
    await expect(collect(model.stream(REQUEST))).rejects.toMatchObject({ code: 'llm.interrupted' });
    expect(records.map(({ outcome }) => outcome)).toEqual(['llm.interrupted']);
  });

  it('cuts at its longest, ends the provider and still says `done`', async () => {
    const { model, inner } = resilient(['unused']);
    let ended = false;
    inner.stream = async function* () {
      try {
        for (;;) yield await Promise.resolve({ type: 'text' as const, text: 'word ' });
      } finally {
        ended = true;
      }
    };
    const done = (await collect(model.stream(REQUEST))).at(-1);
    expect(done).toMatchObject({ type: 'done', completion: { text: 'word '.repeat(4), stopReason: 'max-tokens' } });
    await settledMicrotasks();
    expect(ended).toBe(true);
  });

  it('gives its slot back when the reader goes away', async () => {
    const { model, records } = resilient(['one two']);
    for (let reader = 0; reader < 5; reader++) {
      for await (const event of model.stream(REQUEST)) if (event.type === 'text') break;
    }
    expect(records.map(({ outcome }) => outcome)).toEqual(Array(5).fill('llm.aborted'));
  });

  it('counts what a stream that broke off has used, as far as it can be known', async () => {
    const { model, records } = resilient(['one two']);
    for await (const event of model.stream(REQUEST)) if (event.type === 'text') break;
    expect(records).toEqual([expect.objectContaining({ outcome: 'llm.aborted', model: 'scripted' })]);
    const [{ usage } = {}] = records;
    expect(usage?.inputTokens).toBeGreaterThan(0);
    expect(usage?.outputTokens).toBeGreaterThan(0);
  });

  it('counts nothing for what the provider did not take', async () => {
    const { model, records } = resilient([llmError('llm.bad-request')]);
    await expect(model.complete(REQUEST)).rejects.toMatchObject({ code: 'llm.bad-request' });
    expect(records[0]).not.toHaveProperty('usage');
  });

  it('counts what an output that cannot be used has cost', async () => {
    const usage = { inputTokens: 7, outputTokens: 5, cacheReadTokens: 0, cacheWriteTokens: 0 };
    const spent = new SpentError(llmError('llm.invalid-output'), { model: 'm', usage });
    const { model, records } = resilient([spent]);
    await expect(model.complete(REQUEST)).rejects.toMatchObject({ code: 'llm.invalid-output' });
    expect(records).toEqual([expect.objectContaining({ outcome: 'llm.invalid-output', model: 'm', usage })]);
  });
});

function resilient(script: readonly ScriptedAnswer[]) {
  const inner = new ScriptedModel(script) as ScriptedModel & {
    -readonly [K in 'complete' | 'stream']: LanguageModel[K];
  };
  const time = new FakeTime();
  const records: UsageRecord[] = [];
  const surroundings = { clock: time, sleep: time.sleep, random: () => 0 };
  const model = new ResilientModel(inner, POLICY, surroundings, { record: (usage) => records.push(usage) });
  return { model, inner, time, records };
}

async function collect(stream: AsyncIterable<CompletionEvent>): Promise<CompletionEvent[]> {
  const events: CompletionEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

/** Lets everything run that waits for nothing but promises. */
function settledMicrotasks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
