import { OutboxStage } from '../../testing/outbox-stage.js';

describe('the operator, of a message of which nobody knows whether it arrived,', () => {
  let stage: OutboxStage;

  beforeAll(async () => {
    stage = await OutboxStage.open();
  });

  beforeEach(() => stage.clear());
  afterAll(() => stage.close());

  async function post(path: string, body: object): Promise<{ status: number; code?: string }> {
    const response = await stage.app.request(path, { method: 'POST', body: JSON.stringify(body) });
    const text = await response.text();
    return { status: response.status, ...(text === '' ? {} : (JSON.parse(text) as { code: string })) };
  }

  async function unknown(): Promise<string> {
    const [id = ''] = await stage.queue(await stage.friend(), ['hello']);
    await stage.admit(id);
    await stage.rows(
      `UPDATE outbox SET state = 'unknown', reason = 'history-incomplete', unknown_at = now() WHERE id = $1`,
      [id],
    );
    return id;
  }

  const ackOf = async (messageId: string): Promise<unknown> =>
    (await stage.rows<{ ack: number }>('SELECT ack FROM messages WHERE external_id = $1', [messageId]))[0]?.ack;

  const health = async (): Promise<unknown> => {
    const overview = (await (await stage.app.request('/health')).json()) as { services: { outbox: unknown } };
    return overview.services.outbox;
  };

  it('says that it arrived', async () => {
    const id = await unknown();
    expect(await post(`/api/outbox/${id}/resolve`, { outcome: 'sent' })).toMatchObject({ status: 204 });
    const row = await stage.find(id);
    expect(row).toMatchObject({ state: 'sent', reason: 'resolved' });
    expect(await ackOf(row.message_id)).toBe(1);
  });

  it('says that it did not', async () => {
    const id = await unknown();
    expect(await post(`/api/outbox/${id}/resolve`, { outcome: 'not-sent' })).toMatchObject({ status: 204 });
    const row = await stage.find(id);
    expect(row).toMatchObject({ state: 'failed', reason: 'resolved' });
    expect(await ackOf(row.message_id)).toBe(-1);
  });

  it('sends it again, under the same id', async () => {
    const id = await unknown();
    const { message_id: messageId } = await stage.find(id);
    expect(await post(`/api/conversations/outbox/${id}/resolve`, { outcome: 'retry' })).toMatchObject({
      status: 204,
    });
    await stage.send();
    expect(stage.port.sent).toMatchObject([{ id: messageId }]);
    expect(await stage.find(id)).toMatchObject({ state: 'sent' });
  });

  it('is refused for any other message', async () => {
    const id = await unknown();
    await post(`/api/outbox/${id}/resolve`, { outcome: 'sent' });
    expect(await post(`/api/outbox/${id}/resolve`, { outcome: 'retry' })).toMatchObject({
      status: 409,
      code: 'outbox.not-unknown',
    });
    expect(await post(`/api/outbox/${stage.owner.accountId}/resolve`, { outcome: 'sent' })).toMatchObject({
      status: 404,
    });
    expect(await post(`/api/outbox/${id}/resolve`, { outcome: 'perhaps' })).toMatchObject({ status: 400 });
    expect(await post(`/api/outbox/${id}/resolve`, {})).toMatchObject({ status: 400 });
  });

  it('sees it in the health for a day, and counted in the metrics', async () => {
    expect(await health()).toMatchObject({ status: 'up', unknown: 0 });
    const ids = [await unknown(), await unknown()];
    expect(await health()).toMatchObject({
      status: 'degraded',
      unknown: 2,
      reason: expect.stringContaining('2 sent'),
    });
    await stage.rows(`UPDATE outbox SET unknown_at = unknown_at - interval '25 hours' WHERE id = $1`, [ids[0]]);
    expect(await health()).toMatchObject({ status: 'degraded', unknown: 1 });
    await post(`/api/outbox/${ids[1] ?? ''}/resolve`, { outcome: 'not-sent' });
    expect(await health()).toMatchObject({ status: 'up', unknown: 0 });
    const metrics = await (await stage.app.request('/metrics')).text();
    expect(metrics).toMatch(/outbox_resolved_total\{outcome="not-sent"\} [1-9]/);
    expect(metrics).toMatch(/outbox_unknown 0/);
  });
});
