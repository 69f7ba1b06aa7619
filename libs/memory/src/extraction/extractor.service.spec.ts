import { readSection, ServerConfig } from '#config';
import { AppError } from '#kernel';
import { ScriptedModel, type ScriptedAnswer } from '#llm/testing';
import { OfflineModel } from '#llm';
import { Metrics } from '#telemetry';

import { newProposal, newTold } from '../../testing/new-told.js';
import { Extractor } from './extractor.service.js';

const server = readSection(ServerConfig, { TIME_ZONE: 'Europe/Madrid' });
const { signal } = new AbortController();
const stretch = newTold(['< Where do you live?', 'I live in Porto']);
const said = (text: string): ScriptedAnswer => ({ value: { operations: [newProposal({ text })] } });
const invalid = new AppError('llm.invalid-output', 'no', { kind: 'unavailable', retryable: false });

describe('Extractor', () => {
  const extract = async (...script: ScriptedAnswer[]) => {
    const model = new ScriptedModel(script);
    const { operations } = await new Extractor(model, server, new Metrics()).extract(stretch, signal);
    return { texts: operations.get('ana')?.map(({ text }) => text), asked: model.requests.length, model };
  };

  it('asks once when the answer is of use', async () => {
    expect(await extract(said('Lives in Porto now'))).toMatchObject({ texts: ['Lives in Porto now'], asked: 1 });
    expect(await extract({ value: { operations: [] } })).toMatchObject({ texts: undefined, asked: 1 });
  });

  it.each([
    ['is no answer', invalid],
    ['says what nobody said', said('Owns a castle in Spain')],
  ])('asks once more when it %s, and takes the second', async (_, first) => {
    expect(await extract(first, said('Lives in Porto now'))).toMatchObject({ texts: ['Lives in Porto now'], asked: 2 });
  });

  it('falls back on patterns when it is no use twice', async () => {
    expect(await extract(invalid, said('Owns a castle in Spain'))).toMatchObject({
      texts: ['Lives in Porto'],
      asked: 2,
    });
  });

  it('waits for a model that is away', async () => {
    const away = new AppError('llm.unavailable', 'away', { kind: 'unavailable' });
    await expect(extract(away)).rejects.toBe(away);
  });

  it('takes patterns where there is no model', async () => {
    const { operations } = await new Extractor(new OfflineModel(), server, new Metrics()).extract(stretch, signal);
    expect(operations.get('ana')?.map(({ text }) => text)).toEqual(['Lives in Porto']);
  });

  it('asks this', async () => {
    const { model } = await extract({ value: { operations: [] } });
    expect(model.requests[0]).toMatchSnapshot({ signal: expect.anything(), schema: expect.anything() } as never);
  });
});
