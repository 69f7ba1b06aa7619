import { SystemClock } from '#kernel';
import { Metrics } from '#telemetry';

import { ScriptedModel, type ScriptedAnswer } from '../../testing/index.js';
import { llmError, type LlmErrorCode } from '../llm.errors.js';
import type { CompletionEvent } from '../port/completion.js';
import type { CompletionRequest } from '../port/completion-request.js';
import type { LanguageModel } from '../port/language-model.port.js';
import { callPolicy } from '../resilient/call-policy.js';
import { ResilientModel } from '../resilient/resilient-model.js';
import { countFallbacks } from './fallback-metrics.js';
import { FallbackModel } from './fallback-model.js';

const REQUEST: CompletionRequest = { purpose: 'chat', system: [], messages: [{ role: 'user', content: 'Hello' }] };
const OVERLOADED = llmError('llm.overloaded');
const ANY = { name: 'any', description: 'Anything.', jsonSchema: {}, parse: (value: unknown) => value };
const WAYS = ['complete', 'stream', 'structured'] as const;

describe('FallbackModel', () => {
  it.each(WAYS)('asks the first one only, while it answers (%s)', async (way) => {
    const { model, second, fallbacks } = pair(['"first"'], ['"second"']);
    await expect(ask(way, model)).resolves.toBe('"first"');
    expect(second.requests).toEqual([]);
    expect(await fallbacks()).toBe('');
    expect(model.isAvailable).toBe(true);
  });

  it.each(WAYS)('lets the second one answer after the retries of the first, and says so (%s)', async (way) => {
    const { model, first, fallbacks } = pair([OVERLOADED], ['"second"']);
    await expect(ask(way, model)).resolves.toBe('"second"');
    expect(first.requests).toHaveLength(3);
    expect(model.isAvailable).toBe(false);
    expect(await fallbacks()).toBe('{from="first",to="second",purpose="chat",reason="llm.overloaded"} 1');
  });

  it('does not wait for the first one while its circuit is open, and comes back to it', async () => {
    const { model, first } = pair([...Array<Error>(6).fill(OVERLOADED), '"first"'], ['"second"'], { openMs: 0 });
    await ask('complete', model);
    await ask('complete', model);
    // The circuit opened at the fifth failure and lets one probe through at once.
    await expect(ask('complete', model)).resolves.toBe('"first"');
    expect(first.requests).toHaveLength(7);
    expect(model.isAvailable).toBe(true);
  });

  it('asks nobody else when the circuit of the first one is open: no attempt is lost on it', async () => {
    const { model, first, fallbacks } = pair([OVERLOADED], ['"second"'], { openMs: 60_000 });
    for (let call = 0; call < 4; call++) await ask('complete', model);
    expect(first.requests).toHaveLength(5);
    expect(await fallbacks()).toContain('reason="llm.circuit-open"} 3');
  });

  it.each<LlmErrorCode>(['llm.bad-request', 'llm.refused', 'llm.invalid-output', 'llm.aborted'])(
    'leaves %s with the caller',
    async (code) => {
      for (const way of WAYS) {
        const { model, second } = pair([llmError(code)], ['"second"']);
        await expect(ask(way, model)).rejects.toMatchObject({ code });
        expect(second.requests).toEqual([]);
      }
    },
  );

  it.each(WAYS)('tells the error of the first one when both fail (%s)', async (way) => {
    const { model } = pair([OVERLOADED], [llmError('llm.unsupported')]);
    await expect(ask(way, model)).rejects.toMatchObject({ code: 'llm.overloaded' });
  });

  it('does not fall back in the middle of a stream', async () => {
    const { model, first, second } = pair(['unused'], ['second']);
    first.stream = async function* () {
      yield await Promise.resolve({ type: 'text' as const, text: 'one ' });
      throw OVERLOADED;
    };
    await expect(ask('stream', model)).rejects.toMatchObject({ code: 'llm.overloaded' });
    expect(second.requests).toEqual([]);
  });

  it('ends when the question is taken back while the second one thinks', async () => {
    const { model } = pair([OVERLOADED], [llmError('llm.aborted')]);
    await expect(ask('complete', model)).rejects.toMatchObject({ code: 'llm.aborted' });
  });
});

async function ask(way: (typeof WAYS)[number], model: LanguageModel): Promise<string> {
  switch (way) {
    case 'complete':
      return (await model.complete(REQUEST)).text;
    case 'structured':
      return JSON.stringify((await model.structured({ ...REQUEST, schema: ANY })).value);
    case 'stream': {
      let last: CompletionEvent | undefined;
      for await (const event of model.stream(REQUEST)) last = event;
      return last?.type === 'done' ? last.completion.text : 'no end';
    }
  }
}

type Replaceable = ScriptedModel & { -readonly [K in 'name' | 'stream']: LanguageModel[K] };

function pair(one: readonly ScriptedAnswer[], other: readonly ScriptedAnswer[], { openMs = 30_000 } = {}) {
  const policy = callPolicy(60_000);
  const quick = {
    ...policy,
    retry: { ...policy.retry, baseMs: 0, capMs: 0 },
    circuit: { ...policy.circuit, openMs },
  };
  const metrics = new Metrics();
  const [first, second] = [new ScriptedModel(one) as Replaceable, new ScriptedModel(other) as Replaceable];
  Object.assign(first, { name: 'first' });
  Object.assign(second, { name: 'second' });
  const resilient = (model: LanguageModel) => {
    const sleep = (milliseconds: number): Promise<void> =>
      milliseconds === 60_000 ? new Promise(() => undefined) : Promise.resolve();
    const surroundings = { clock: new SystemClock(), sleep, random: () => 0 };
    return new ResilientModel(model, quick, surroundings, { record: () => undefined });
  };
  const model = new FallbackModel(resilient(first), resilient(second), countFallbacks(metrics));
  const fallbacks = async () =>
    (await metrics.text())
      .split('\n')
      .filter((line) => line.startsWith('llm_fallbacks_total{'))
      .map((line) => line.replace('llm_fallbacks_total', ''))
      .join('\n');
  return { model, first, second, fallbacks };
}
