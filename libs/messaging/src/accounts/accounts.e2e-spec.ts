import { jest } from '@jest/globals';

import { Realtime } from '#realtime';
import { waitFor } from '#testing';

import { MessagingStage } from '../../testing/messaging-stage.js';
import { ScriptedConnector } from '../../testing/scripted-connector.js';
import type { AccountDto } from './account.dto.js';

const PATH = '/api/whatsapp/accounts';
const QR = 'QR-canary,2@abc';

describe('accounts that the operator runs', () => {
  const connector = new ScriptedConnector();
  let stage: MessagingStage;

  beforeAll(async () => {
    stage = await MessagingStage.open({ QR_IN_TERMINAL: 'off' }, connector);
  });

  afterAll(() => stage.close());

  const request = (path: string, body?: object, init: RequestInit = {}): Promise<Response> =>
    stage.app.request(`${PATH}${path}`, { ...(body && { method: 'POST', body: JSON.stringify(body) }), ...init });
  const get = async (id: string): Promise<AccountDto> => (await (await request(`/${id}`)).json()) as AccountDto;
  const until = (id: string, what: Partial<AccountDto>): Promise<AccountDto> =>
    waitFor(
      async () => {
        const account = await get(id);
        return Object.entries(what).every(([key, value]) => account[key as keyof AccountDto] === value) && account;
      },
      { what: `${id} to be ${JSON.stringify(what)}` },
    );
  /** A new account, ready. */
  const create = async (name: string): Promise<AccountDto> => {
    const response = await request('', { name });
    expect(response.status).toBe(201);
    return until(((await response.json()) as AccountDto).id, { state: 'READY', owned: true });
  };
  const problem = async (response: Response): Promise<unknown> => [
    response.status,
    ((await response.json()) as { code: string }).code,
  ];

  it('has one account that nobody made', async () => {
    const { accounts } = (await (await request('')).json()) as { accounts: AccountDto[] };
    expect(accounts).toEqual([
      expect.objectContaining({
        name: 'default',
        connector: 'simulator',
        state: 'READY',
        wanted: 'running',
        owned: true,
      }),
    ]);
    expect(await get('default')).toEqual(accounts[0]);
  });

  it('runs each account by itself, with an owner of its own', async () => {
    const [work, home] = [await create('work'), await create('home')];
    const from = '34600000777@c.us';
    for (const { id } of [work, home]) {
      await connector.portOf(id).observe({
        type: 'message',
        message: {
          ...{ id: 'SAME', chat: { id: from, kind: 'direct' }, sender: { id: from }, fromMe: false, kind: 'text' },
          ...{ text: 'hello', sentAt: new Date(), live: true, mentions: [], mentionsMe: false },
        },
      });
    }
    await stage.app.drained();
    for (const { id } of [work, home]) expect(connector.portOf(id).sent).toHaveLength(1);
    const leases = await stage.rows<{ lease_backend_pid: number }>(
      `SELECT lease_backend_pid FROM accounts WHERE connector <> 'web'`,
    );
    // One connection holds them all: the pool is for other work.
    expect(new Set(leases.map((lease) => lease.lease_backend_pid)).size).toBe(1);
  });

  it.each(['', '-a', 'a'.repeat(65), 'a b', 'a/b', '00000000-0000-7000-8000-000000000000', 7, null])(
    'takes no account of the name %j',
    async (name) => {
      expect((await request('', { name })).status).toBe(400);
    },
  );

  it('takes each name once, and knows nothing of others', async () => {
    expect(await problem(await request('', { name: 'default' }))).toEqual([409, 'account.name-taken']);
    for (const path of ['/nobody', '/%00', '/00000000-0000-7000-8000-000000000000', '/nobody/qr']) {
      expect(await problem(await request(path))).toEqual([404, 'account.not-found']);
    }
    for (const verb of ['start', 'stop', 'logout']) {
      expect(await problem(await request(`/nobody/${verb}`, {}))).toEqual([404, 'account.not-found']);
    }
  });

  it('stops and starts an account', async () => {
    const { id } = await create('on-and-off');
    expect((await request(`/${id}/stop`, {})).status).toBe(202);
    expect(await until(id, { state: 'STOPPED', owned: false })).toMatchObject({ wanted: 'stopped', reason: null });
    expect(connector.portOf(id).asked).toEqual(['connect', 'disconnect']);
    expect((await request('/on-and-off/start', {})).status).toBe(202);
    await until(id, { state: 'READY', owned: true });
    expect(connector.portsOf(id)).toHaveLength(2);
    // It runs: there is nothing to start.
    await request(`/${id}/start`, {});
    await request('', { name: 'after-it' });
    await until('after-it', { state: 'READY' });
    expect(connector.portsOf(id)).toHaveLength(2);
  });

  it('logs an account out, and leaves it alone until it is started', async () => {
    const { id } = await create('leaver');
    const told = jest.spyOn(stage.app.app.get(Realtime, { strict: false }), 'publish');
    expect((await request(`/${id}/logout`, {})).status).toBe(202);
    const out = await until(id, { state: 'LOGGED_OUT', owned: false });
    expect(out).toMatchObject({ wanted: 'stopped', reason: expect.stringContaining('Start it') });
    expect(connector.portOf(id).asked).toEqual(['connect', 'logout', 'disconnect']);
    expect(told.mock.calls.map(([{ payload }]) => payload)).toContainEqual(
      expect.objectContaining({ id, state: 'LOGGED_OUT', reason: out.reason }),
    );
    told.mockRestore();
    await request(`/${id}/start`, {});
    await until(id, { state: 'READY' });
  });

  it('logs out an account that is stopped', async () => {
    const { id } = await create('stopped-leaver');
    await request(`/${id}/stop`, {});
    await until(id, { state: 'STOPPED', owned: false });
    await request(`/${id}/logout`, {});
    await until(id, { state: 'LOGGED_OUT', owned: false });
    expect(connector.portOf(id).asked).toEqual(['logout']);
  });

  it('tries a logout again that failed', async () => {
    const { id } = await create('stubborn');
    let tries = 0;
    const logout = (): Promise<void> => ((tries += 1) < 3 ? Promise.reject(new Error('no')) : Promise.resolve());
    connector.onOpen = (port) => (port.onLogout = logout);
    connector.portOf(id).onLogout = logout;
    await request(`/${id}/logout`, {});
    await until(id, { state: 'LOGGED_OUT', owned: false });
    expect(tries).toBe(3);
    connector.onOpen = () => undefined;
  });

  it.each(['RESTRICTED', 'LOGGED_OUT', 'FAILED'] as const)('begins anew after %s when it is told to', async (end) => {
    const { id } = await create(`ends-${end.toLowerCase()}`);
    await connector.portOf(id).become(end, 'the phone said so');
    expect(await get(id)).toMatchObject({ state: end, reason: 'the phone said so' });
    await request(`/${id}/start`, {});
    await waitFor(() => connector.portsOf(id).length === 2, { what: 'a second session' });
    await until(id, { state: 'READY', reason: null });
  });

  it('leaves one that WhatsApp restricted alone, whoever takes it, until it is started', async () => {
    const { id } = await create('restricted');
    await request(`/${id}/stop`, {});
    await until(id, { owned: false });
    await stage.rows(`UPDATE accounts SET status = 'RESTRICTED', wanted = 'running' WHERE id = $1`, [id]);
    await create('next-to-it');
    await until(id, { owned: true, state: 'RESTRICTED' });
    expect(connector.portsOf(id)).toHaveLength(1);
    await request(`/${id}/start`, {});
    await until(id, { state: 'READY' });
  });

  it('keeps an account’s trouble to itself', async () => {
    connector.onOpen = (port) => (port.onConnect = () => Promise.reject(new Error('canary-secret')));
    const response = await request('', { name: 'broken' });
    const { id } = (await response.json()) as AccountDto;
    expect(await until(id, { state: 'FAILED', owned: false })).toMatchObject({
      reason: expect.not.stringContaining('canary'),
    });
    connector.onOpen = (port) => (port.onConnect = () => new Promise(() => undefined));
    await request('', { name: 'hanging' });
    await waitFor(() => connector.opened.at(-1)?.asked.includes('connect'), { what: 'it to hang' });
    connector.onOpen = () => undefined;
    await create('sound');
    expect(await get('default')).toMatchObject({ state: 'READY' });
    await request(`/${id}/start`, {});
    await until(id, { state: 'READY' });
    connector.portOf((await get('hanging')).id).onConnect = () => Promise.resolve();
  });

  it('shows a QR code as text and as a picture, and hides it when a phone is linked', async () => {
    const { id } = await create('linked');
    expect(await problem(await request(`/${id}/qr`))).toEqual([409, 'account.no-qr']);
    const port = connector.portOf(id);
    await port.become('WAIT_QR', null, { kind: 'qr', text: 'before' });
    const { since } = await get(id);
    await port.become('WAIT_QR', null, { kind: 'qr', text: QR });
    expect(await get(id)).toMatchObject({ state: 'WAIT_QR', linking: 'qr', since });
    expect(JSON.stringify(await get(id))).not.toContain('canary');
    const shown = await request(`/${id}/qr`);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(await shown.json()).toEqual({
      text: QR,
      png: expect.stringMatching(/^data:image\/png;base64,/),
      state: 'WAIT_QR',
    });
    for (const response of [
      await request(`/${id}/qr?format=png`),
      await request(`/${id}/qr`, undefined, { headers: { accept: 'image/png' } }),
    ]) {
      expect(response.headers.get('content-type')).toBe('image/png');
      expect(
        Buffer.from(await response.arrayBuffer())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    }
    expect((await request(`/${id}/qr?format=gif`)).status).toBe(400);
    const [row] = await stage.rows<{ linking: Buffer }>('SELECT linking FROM accounts WHERE id = $1', [id]);
    expect(row?.linking.toString('latin1')).not.toContain('canary');
    await port.become('READY');
    expect(await stage.row('SELECT linking, linking_kind FROM accounts WHERE id = $1', [id])).toEqual({
      linking: null,
      linking_kind: null,
    });
  });

  it('asks the connector for a pairing code', async () => {
    const { id } = await create('by-code');
    const port = connector.portOf(id);
    const ask = (body: object): Promise<Response> => request(`/${id}/pairing-code`, body);
    expect(await problem(await ask({ phone: '+34600000001' }))).toEqual([409, 'whatsapp.not-waiting']);
    port.onPairing = () => Promise.resolve('ABCD-1234');
    expect(await (await ask({ phone: '34600000001' })).json()).toEqual({ code: 'ABCD-1234' });
    expect(port.asked.at(-1)).toBe('pairing +34600000001');
    port.onPairing = () => Promise.reject(new Error('canary-secret'));
    const failed = await ask({ phone: '+34600000001' });
    expect(failed.status).toBe(409);
    expect(await failed.text()).not.toContain('canary');
    for (const phone of ['', '+34 600', 'x', 7]) expect((await ask({ phone })).status).toBe(400);
    expect(await stage.rows('SELECT 1 FROM pairing_requests')).toEqual([]);
    await request(`/${id}/stop`, {});
    await until(id, { owned: false });
    expect(await problem(await ask({ phone: '+34600000001' }))).toEqual([409, 'account.not-running']);
  });

  it('tells in /health of accounts that should run and do not', async () => {
    const health = async () => {
      const response = await fetch(`${stage.app.url}/health`);
      return ((await response.json()) as { services: { whatsapp: object } }).services.whatsapp;
    };
    await connector.portOf((await get('default')).id).become('RECONNECTING', 'no network');
    expect(await health()).toMatchObject({ status: 'degraded', reason: 'no network' });
    await connector.portOf((await get('default')).id).become('READY');
  });
});

describe('the QR code in the terminal', () => {
  it('is drawn once, with what to do', async () => {
    const connector = new ScriptedConnector();
    const stage = await MessagingStage.open({ QR_IN_TERMINAL: 'on' }, connector);
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const port = connector.portOf(stage.accountId);
    await port.become('WAIT_QR', null, { kind: 'qr', text: QR });
    await port.become('WAIT_QR', 'still', { kind: 'qr', text: QR });
    const written = write.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('Linked devices'));
    write.mockRestore();
    await stage.close();
    expect(written).toEqual([expect.stringContaining('▄')]);
  });
});
