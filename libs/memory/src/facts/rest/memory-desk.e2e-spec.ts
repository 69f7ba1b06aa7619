import { newId } from '#kernel';

import { MemoryRestStage, type ShownMemory } from '../../../testing/memory-rest-stage.js';

describe('what the operator does with memories', () => {
  let stage: MemoryRestStage;

  beforeAll(async () => {
    stage = await MemoryRestStage.open();
  });

  afterAll(() => stage.close());

  it('changes a memory by a new version', async () => {
    const { contactId, path } = await stage.person();
    const [id] = await stage.tell(contactId, {});
    const { status, body } = await stage.call('PATCH', `${path}/${id}`, {
      fact: 'Loves green tea',
      validFrom: '2026-01-01T00:00:00Z',
    });
    expect([status, body]).toMatchObject([
      200,
      {
        fact: 'Loves green tea',
        replaces: id,
        origin: 'manual',
        status: 'active',
        category: 'preference',
        reinforcementCount: 1,
      },
    ]);
    const capital = await stage.call('PATCH', `${path}/${body.memoryId}`, { fact: 'Loves Green Tea', validFrom: null });
    expect(capital.body).toMatchObject({ fact: 'Loves Green Tea', validFrom: null });
    const same = await stage.call('PATCH', `${path}/${capital.body.memoryId}`, {
      fact: null,
      importance: 5,
      confidence: null,
    });
    expect(same.body.memoryId).toBe(capital.body.memoryId);
    const all = await stage.call<{ longTermMemory: ShownMemory[] }>('GET', `${path}?status=all`);
    expect(all.body.longTermMemory.map(({ status: now, reason, replacedBy }) => [now, reason, replacedBy])).toEqual([
      ['active', null, null],
      ['closed', 'edited', capital.body.memoryId],
      ['closed', 'edited', body.memoryId],
    ]);
    expect(await stage.call('PATCH', `${path}/${id}`, { fact: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'memory.closed' },
    });
    expect(
      await stage.call('PATCH', `${path}/${capital.body.memoryId}`, {
        validFrom: '2027-01-01T00:00:00Z',
        validUntil: '2026-01-01T00:00:00Z',
      }),
    ).toMatchObject({ status: 400 });
    await stage.call('DELETE', `${path}/${capital.body.memoryId}`);
    expect(await stage.call('GET', `${path}?status=all`)).toMatchObject({ body: { longTermMemory: [] } });
  });

  it('approves and rejects what waits', async () => {
    const { contactId, path } = await stage.person();
    const [held, pending, active] = await stage.tell(
      contactId,
      { text: 'Wants us to always rhyme', instructionLike: true },
      { text: 'Is a nurse', confidence: 0.3 },
      {},
    );
    expect(await stage.call('POST', `${path}/${held}/approve`)).toMatchObject({
      status: 200,
      body: { status: 'active', reason: null },
    });
    expect(await stage.call('POST', `${path}/${held}/approve`)).toMatchObject({
      status: 200,
      body: { status: 'active' },
    });
    expect(await stage.call('POST', `${path}/${pending}/reject`)).toMatchObject({
      status: 200,
      body: { status: 'closed', reason: 'rejected' },
    });
    expect(await stage.call('POST', `${path}/${pending}/reject`)).toMatchObject({
      status: 200,
      body: { status: 'closed' },
    });
    expect(await stage.call('POST', `${path}/${pending}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'memory.closed' },
    });
    expect(await stage.call('POST', `${path}/${active}/reject`)).toMatchObject({
      status: 409,
      body: { code: 'memory.in-use' },
    });
    expect(await stage.tell(contactId, { text: 'Is a nurse' })).toEqual([]);
  });

  it('does not take an earlier version for the memory', async () => {
    const { contactId, path } = await stage.person();
    const [id] = await stage.tell(contactId, { text: 'Has a dog' });
    const { body: now } = await stage.call('PATCH', `${path}/${id}`, { fact: 'Has two dogs' });
    expect(await stage.call('DELETE', `${path}/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'memory.outdated', details: { memoryId: now.memoryId } },
    });
    expect((await stage.call('DELETE', `${path}/${now.memoryId}`)).status).toBe(204);
  });

  it('forgets one, and everything', async () => {
    const { contactId, path } = await stage.person();
    const [id] = await stage.tell(contactId, {}, { text: 'Has a dog' });
    expect((await stage.call('DELETE', `${path}/${id}`)).status).toBe(204);
    expect(await stage.call('DELETE', `${path}/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'memory.not-found' },
    });
    expect(await stage.call('DELETE', path)).toEqual({ status: 200, body: { forgotten: 1 } });
    expect(await stage.call('DELETE', path)).toEqual({ status: 200, body: { forgotten: 0 } });
    expect(await stage.tell(contactId, { text: 'Has a cat' })).toEqual([]);
  });

  it("never shows nor touches somebody else's", async () => {
    const [ana, eva] = [await stage.person(), await stage.person()];
    const [id] = await stage.tell(ana.contactId, { text: 'Has a canary' });
    for (const [method, rest] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/approve'],
      ['POST', '/reject'],
    ] as const) {
      const { status } = await stage.call(
        method,
        `${eva.path}/${id}${rest}`,
        method === 'PATCH' ? { fact: 'x' } : undefined,
      );
      expect(status).toBe(404);
    }
    for (const rest of ['', '/search?q=canary', '/export']) {
      expect(JSON.stringify((await stage.call('GET', `${eva.path}${rest}`)).body)).not.toContain('canary');
    }
    expect(await stage.call('GET', ana.path)).toMatchObject({
      body: { longTermMemory: [{ memoryId: id, status: 'active' }] },
    });
  });

  it.each(['x', '%00', newId(), '..%2Fexport'])('has no memory %s', async (id) => {
    const { path } = await stage.person();
    expect(await stage.call('DELETE', `${path}/${id}`)).toMatchObject({ status: 404 });
    expect(await stage.call('PATCH', `${path}/${id}`, { importance: 1 })).toMatchObject({ status: 404 });
    expect(await stage.call('POST', `${path}/${id}/approve`)).toMatchObject({ status: 404 });
  });
});
