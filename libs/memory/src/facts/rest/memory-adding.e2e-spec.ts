import { MemoryRestStage, type ShownMemory } from '../../../testing/memory-rest-stage.js';

describe('what the operator writes down', () => {
  let stage: MemoryRestStage;

  beforeAll(async () => {
    stage = await MemoryRestStage.open();
  });

  afterAll(() => stage.close());

  it('adds what the operator writes, once', async () => {
    const { path } = await stage.person();
    const first = await stage.call('POST', path, { fact: ' Loves  tea ', category: 'preference' });
    expect(first).toMatchObject({
      status: 201,
      body: { fact: 'Loves  tea', confidence: 1, importance: 7, origin: 'manual', status: 'active', validFrom: null },
    });
    const again = await stage.call('POST', path, { fact: 'loves tea', category: 'preference' });
    expect([again.status, again.body.memoryId]).toEqual([201, first.body.memoryId]);
    const home = { category: 'location', topic: 'lives in', single: true };
    await stage.call('POST', path, { fact: 'Lives in Rome', ...home });
    await stage.call('POST', path, {
      fact: 'Lives in Oslo',
      ...home,
      validFrom: '2026-01-01T00:00:00Z',
      confidence: 0.2,
      importance: 10,
    });
    const { body } = await stage.call<{ longTermMemory: ShownMemory[] }>('GET', `${path}?status=all&category=location`);
    expect(body.longTermMemory.map(({ fact, status, reason }) => [fact, status, reason])).toEqual([
      ['Lives in Oslo', 'active', null],
      ['Lives in Rome', 'closed', 'contradicted'],
    ]);
  });

  it.each([
    ['nothing', {}],
    ['no fact', { category: 'plan' }],
    ['an empty fact', { fact: '  ', category: 'plan' }],
    ['a fact of nothing that can be kept', { fact: '\u0000', category: 'plan' }],
    ['a fact that is too long', { fact: 'x'.repeat(1_001), category: 'plan' }],
    ['a fact that is no text', { fact: 7, category: 'plan' }],
    ['no category', { fact: 'x' }],
    ['an unknown category', { fact: 'x', category: 'secret' }],
    ['an unknown field', { fact: 'x', category: 'plan', status: 'active' }],
    ['a confidence above 1', { fact: 'x', category: 'plan', confidence: 1.1 }],
    ['a confidence in words', { fact: 'x', category: 'plan', confidence: '1' }],
    ['an importance of 0', { fact: 'x', category: 'plan', importance: 0 }],
    ['half an importance', { fact: 'x', category: 'plan', importance: 1.5 }],
    ['a date without a zone', { fact: 'x', category: 'plan', validFrom: '2026-01-01' }],
    ['30 February', { fact: 'x', category: 'plan', validFrom: '2026-02-30T00:00:00Z' }],
    [
      'an end before the beginning',
      { fact: 'x', category: 'plan', validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' },
    ],
    ['a body that is no object', [1]],
    ['a doubled key', '{"fact":"x","fact":"y","category":"plan"}'],
    ['__proto__', '{"fact":"x","category":"plan","__proto__":{}}'],
    ['broken JSON', '{"fact":'],
  ])('refuses to add %s', async (_, body) => {
    const { path } = await stage.person();
    const { status } = await stage.call('POST', path, body);
    expect([400, 422]).toContain(status);
    expect(await stage.call('GET', `${path}?status=all`)).toMatchObject({ body: { longTermMemory: [] } });
  });

  it.each([
    ['a tiny confidence', { confidence: 1e-320 }],
    ['the year 0', { validFrom: '0000-01-01T00:00:00Z' }],
    ['the year 9999', { validUntil: '9999-12-31T23:59:59Z' }],
    ['half of a character', { fact: 'a\ud800' }],
    ['nulls', { confidence: null, importance: null, validFrom: null, topic: null, single: null }],
  ])('bears %s', async (_, changes) => {
    const { path } = await stage.person();
    expect((await stage.call('POST', path, { fact: 'x', category: 'plan', ...changes })).status).toBe(201);
  });
});
