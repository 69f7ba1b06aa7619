import { describeLanguageModelContract } from '../../testing/index.js';
import { OfflineModel } from './offline-model.js';

describeLanguageModelContract('offline', () => new OfflineModel());

describe('OfflineModel', () => {
  it.each<[string, Record<string, unknown>, () => number]>([
    [
      'a schema that takes more than a vocabulary',
      { type: 'object', properties: { note: { type: 'string' } } },
      () => 1,
    ],
    [
      'a value that does not pass',
      { type: 'object', properties: { mood: { enum: ['sad'] } } },
      () => {
        throw new Error('never');
      },
    ],
  ])('says that it cannot fill %s', async (_, jsonSchema, parse) => {
    const schema = { name: 'facts', description: 'Facts.', jsonSchema, parse };
    const asked = new OfflineModel().structured({
      purpose: 'extraction',
      system: [],
      messages: [{ role: 'user', content: 'Hello' }],
      schema,
    });
    await expect(asked).rejects.toMatchObject({ code: 'llm.unsupported', retryable: false });
  });
});
