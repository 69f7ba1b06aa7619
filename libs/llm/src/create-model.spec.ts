import { SystemClock } from '#kernel';
import { Metrics } from '#telemetry';

import { ScriptedModel } from '../testing/index.js';
import { createModel } from './create-model.js';
import { llmError } from './llm.errors.js';
import type { CompletionRequest } from './port/completion-request.js';

const REQUEST: CompletionRequest = { purpose: 'chat', system: [], messages: [{ role: 'user', content: 'Hello' }] };
const COME_BACK_LATER = llmError('llm.rate-limited', { retryAfterSeconds: 30 });
const TIMEOUT = 60_000;

describe('createModel', () => {
  it('waits as long as a provider asks when there is no other', async () => {
    const { model, waits } = modelOf();
    expect((await model.complete(REQUEST)).text).toBe('first');
    expect(waits).toEqual([30_000]);
  });

  it('does not wait that long when there is another', async () => {
    const { model, waits } = modelOf(new ScriptedModel(['second']));
    expect((await model.complete(REQUEST)).text).toBe('second');
    expect(waits).toEqual([]);
  });
});

function modelOf(fallback?: ScriptedModel) {
  const waits: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    if (milliseconds === TIMEOUT) return new Promise(() => undefined);
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const model = createModel({
    provider: new ScriptedModel([COME_BACK_LATER, 'first']),
    fallback,
    timeoutMs: TIMEOUT,
    surroundings: { clock: new SystemClock(), sleep, random: () => 0 },
    observer: { record: () => undefined },
    metrics: new Metrics(),
  });
  return { model, waits };
}
