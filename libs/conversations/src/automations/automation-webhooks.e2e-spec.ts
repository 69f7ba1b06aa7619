import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { AutomationStage } from '../../testing/automation-stage.js';
import { AutomationSchedule } from './automation.schedule.js';

const SECRET = 'a-secret-of-many-characters';
const HELP = [{ kind: 'keyword', words: ['help'] }];

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Told {
  readonly id: string;
  readonly type: string;
  readonly automation: object;
  readonly chat: object;
  readonly message: object;
  readonly labels: { readonly sentiment: object | null; readonly tags: readonly { readonly value: string }[] };
}

describe('webhooks of automations', () => {
  let stage: AutomationStage;
  let receiver: Server;
  let url: string;
  let statuses: number[] = [];
  let calls: Call[] = [];
  let answer = '';

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => (text += part));
      request.on('end', () => {
        calls.push({ headers: request.headers, text });
        response.writeHead(statuses.shift() ?? 204, { location: '/elsewhere' }).end(answer);
      });
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?key=1`;
    stage = await AutomationStage.open({ OUTBOUND_ALLOW: '127.0.0.1' });
  });
  beforeEach(() => {
    [calls, statuses, answer] = [[], [], ''];
  });
  afterEach(async () => {
    await stage.query('DELETE FROM automations');
  });
  afterAll(async () => {
    await stage.close();
    receiver.closeAllConnections();
    receiver.close();
  });

  const hook = (more: object = {}) => [{ kind: 'webhook', url, ...more }];
  /** The next try, without the wait before it. */
  async function tryAgain(): Promise<void> {
    await stage.query(`UPDATE webhook_deliveries SET next_at = now() - interval '1 second' WHERE state = 'waiting'`);
    await stage.app.app.get(AutomationSchedule, { strict: false }).sweep();
    await stage.app.drained();
  }

  it('tell ids and labels, signed, and no text', async () => {
    const automation = await stage.automation([{ kind: 'tag', tag: 'refund' }], hook({ secret: SECRET }));
    expect(JSON.stringify(automation)).not.toContain(SECRET);
    expect(automation.then).toEqual([{ kind: 'webhook', url, include_text: false, signed: true }]);
    const phone = stage.newPhone();
    await phone.say('My canary wants a refund');
    await stage.app.drained();
    expect(calls).toHaveLength(1);
    const [{ headers, text } = { headers: {}, text: '' }] = calls;
    const [, at, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-secretary-signature'])) ?? [];
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${at}.${text}`).digest('hex'));
    expect(Math.abs(Number(at) - Date.now() / 1_000)).toBeLessThan(300);
    const [run] = await stage.runsOf(automation);
    const told = JSON.parse(text) as Told;
    expect(told).toMatchObject({
      id: headers['x-secretary-delivery'],
      type: 'automation.matched',
      automation: { id: automation.id, name: automation.name },
      chat: { id: run!.chat_id, external_id: `${phone.number.slice(1)}@c.us` },
      message: { id: run!.message_id },
    });
    expect(told.labels.tags.map(({ value }) => value)).toContain('refund');
    expect(text).not.toContain('canary');
    expect(run).toMatchObject({ webhook: { id: told.id, state: 'delivered', attempts: 1, last_status: 204 } });
  });

  it('tell the text when they are asked to, and sign nothing without a secret', async () => {
    await stage.automation(HELP, hook({ include_text: true }));
    await stage.newPhone().say('Help, my canary is ill');
    await stage.app.drained();
    expect(calls[0]?.headers['x-secretary-signature']).toBeUndefined();
    const told = JSON.parse(calls[0]!.text) as Told;
    expect(told).toMatchObject({ message: { text: 'Help, my canary is ill' } });
    const docs = readFileSync(join(import.meta.dirname, '../../../../docs/automations.md'), 'utf8');
    const shown = JSON.parse(/```json\n(\{\s+"id".*?)```/s.exec(docs)?.[1] ?? '') as Told;
    for (const [one, other] of [
      [told, shown],
      ...(['automation', 'chat', 'message', 'labels'] as const).map((key) => [told[key], shown[key]] as const),
    ] as const) {
      expect(Object.keys(one)).toEqual(Object.keys(other));
    }
  });

  it('are tried again under the same id, and the first success ends it', async () => {
    statuses = [500, 429, 200];
    const automation = await stage.automation(HELP, hook());
    await stage.newPhone().say('help');
    await stage.app.drained();
    await stage.app.app.get(AutomationSchedule, { strict: false }).sweep();
    await stage.app.drained();
    // Its time has not come.
    expect(calls).toHaveLength(1);
    expect(await stage.runsOf(automation)).toMatchObject([
      {
        webhook: {
          state: 'waiting',
          attempts: 1,
          last_status: 500,
          last_error: expect.stringContaining('500') as string,
        },
      },
    ]);
    for (let times = 0; times < 3; times += 1) await tryAgain();
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map(({ headers }) => headers['x-secretary-delivery'])).size).toBe(1);
    expect(await stage.runsOf(automation)).toMatchObject([
      { webhook: { state: 'delivered', attempts: 3, last_status: 200, last_error: null } },
    ]);
  });

  it('are given up after five tries', async () => {
    statuses = Array.from({ length: 10 }, () => 503);
    const automation = await stage.automation(HELP, hook());
    await stage.newPhone().say('help');
    await stage.app.drained();
    for (let times = 0; times < 6; times += 1) await tryAgain();
    expect(calls).toHaveLength(5);
    expect(await stage.runsOf(automation)).toMatchObject([{ webhook: { state: 'failed', attempts: 5 } }]);
  });

  it('end for good when their receiver is gone, until they are given anew', async () => {
    statuses = [410];
    const automation = await stage.automation(HELP, hook());
    await stage.newPhone().say('help');
    await stage.app.drained();
    await stage.newPhone().say('help, too');
    await stage.app.drained();
    expect(calls).toHaveLength(1);
    expect(await stage.runsOf(automation)).toMatchObject([
      { webhook: { state: 'failed', last_status: 410 } },
      { webhook: null, actions: [{ kind: 'webhook', outcome: 'skipped', reason: 'webhook.gone' }] },
    ]);
    const { body } = await stage.call('PATCH', `/automations/${automation.id}`, { then: hook() });
    expect(body).toMatchObject({ webhook_gone_at: null, version: 2 });
    await stage.newPhone().say('help again');
    await stage.app.drained();
    expect(calls).toHaveLength(2);
  });

  it('are delivered however much their receiver has to say', async () => {
    answer = 'x'.repeat(100_000);
    const automation = await stage.automation(HELP, hook());
    statuses = [200];
    await stage.newPhone().say('help');
    await stage.app.drained();
    expect(await stage.runsOf(automation)).toMatchObject([{ webhook: { state: 'delivered', last_status: 200 } }]);
  });

  it('follow no redirect', async () => {
    statuses = [302];
    const automation = await stage.automation(HELP, hook());
    await stage.newPhone().say('help');
    await stage.app.drained();
    expect(calls).toHaveLength(1);
    expect(await stage.runsOf(automation)).toMatchObject([
      { webhook: { state: 'waiting', last_error: expect.stringContaining('outbound.redirect') as string } },
    ]);
    await tryAgain();
    expect(await stage.runsOf(automation)).toMatchObject([{ webhook: { state: 'delivered', attempts: 2 } }]);
  });

  it('do not go to an address that the automation has no more', async () => {
    statuses = [500];
    const automation = await stage.automation(HELP, hook());
    await stage.newPhone().say('help');
    await stage.app.drained();
    await stage.call('PATCH', `/automations/${automation.id}`, { then: [{ kind: 'notify' }] });
    await tryAgain();
    expect(calls).toHaveLength(1);
    expect(await stage.runsOf(automation)).toMatchObject([
      { webhook: { state: 'failed', last_error: expect.stringContaining('webhook.changed') as string } },
    ]);
  });

  it('keep their secret sealed, through changes of anything but their address', async () => {
    const automation = await stage.automation(HELP, hook({ secret: SECRET }));
    const sealed = () => stage.query<{ all: string }>('SELECT row_to_json(automations)::text AS all FROM automations');
    expect((await sealed())[0]?.all).not.toContain(Buffer.from(SECRET).toString('hex'));
    const patch = async (then: object[]) =>
      (await stage.call<{ then: object[] }>('PATCH', `/automations/${automation.id}`, { then })).body.then;
    expect(await patch(hook({ include_text: true }))).toMatchObject([{ signed: true }]);
    expect(await patch([{ ...hook()[0], url: `${url}2` }])).toMatchObject([{ signed: false }]);
    expect(await patch(hook({ secret: SECRET }))).toMatchObject([{ signed: true }]);
    expect(await patch(hook({ secret: null }))).toMatchObject([{ signed: false }]);
    await stage.call('DELETE', `/automations/${automation.id}`);
    expect(await stage.query('SELECT * FROM data_keys WHERE subject_id = $1', [automation.id])).toEqual([]);
  });
});
