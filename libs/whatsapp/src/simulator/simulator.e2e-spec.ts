import { createTestDatabase, waitFor, type TestDatabase } from '#testing';
import { newId } from '#kernel';

import { connected } from '../../testing/connected.js';
import { ListenerLog } from '../../testing/listener-log.js';
import { openNetwork, type OpenNetwork } from '../../testing/open-network.js';
import { SimulatorHarness } from '../../testing/simulator-harness.js';
import { describeWhatsAppContract } from '../../testing/whatsapp.contract.js';
import { newMessageId } from '../port/message-id.js';
import type { PhoneMessage } from './phone-message.js';
import { SimulatorAdapter } from './simulator.adapter.js';

const ANA = '+34600000001';
const CHAT = '34600000001@c.us';

let database: TestDatabase;
let here: OpenNetwork;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openNetwork(database.url);
});
afterAll(async () => {
  await here.close();
  await database.drop();
});

describeWhatsAppContract('the simulator', () => Promise.resolve(new SimulatorHarness(here.network)));

describe('the simulated network', () => {
  let harness: SimulatorHarness;

  beforeEach(() => {
    harness = new SimulatorHarness(here.network);
  });
  afterEach(() => harness.close());

  const write = (body: string, from = ANA) => harness.writeAsPhone({ id: newMessageId(), from, body });

  it('gives again what a process that died had in hand', async () => {
    const elsewhere = await openNetwork(database.url);
    const dying = new SimulatorAdapter({ accountId: harness.accountId, network: elsewhere.network });
    let inHand = 0;
    let letDie: () => void = () => undefined;
    const held = new Promise<void>((_, reject) => (letDie = () => reject(new Error('The process died.'))));
    await dying.connect(({ type }) => (type === 'message' ? ((inHand += 1), held) : Promise.resolve()));
    await write('in hand');
    await waitFor(() => inHand === 1, { what: 'the message to be in hand' });
    const log = await connected(harness);
    await waitFor(() => log.messages.length === 1, { what: 'the message to come again' });
    expect(log.messages[0]?.text).toBe('in hand');
    letDie();
    await dying.disconnect();
    await elsewhere.close();
  });

  it('carries posts and screens between processes', async () => {
    const log = await connected(harness);
    const elsewhere = await openNetwork(database.url);
    const typing: boolean[] = [];
    elsewhere.network.signals.listen((signal) => {
      if (signal.type === 'typing') typing.push(signal.on);
    });
    const phone = new SimulatorHarness(elsewhere.network);
    await elsewhere.network.post({ ...posted(harness.accountId), body: 'from elsewhere' });
    await waitFor(() => log.messages.length === 1, { what: 'the post of the other process', timeoutMs: 900 });
    await harness.port.setTyping(CHAT, true);
    await waitFor(() => typing.length === 1, { what: 'typing in the other process', timeoutMs: 900 });
    await phone.close();
    await elsewhere.close();
  });

  it('tells after a crash how far messages came', async () => {
    await connected(harness);
    await harness.loseAnswers();
    const id = harness.port.newMessageId();
    await expect(harness.port.send({ id, chatId: CHAT, content: { kind: 'text', text: 'hello' } })).rejects.toThrow();
    await harness.port.disconnect();
    const log = await connected(harness);
    await waitFor(() => log.acks.length > 0, { what: 'the ack' });
    expect(log.acks).toEqual([{ id, ack: 3 }]);
  });

  it('stays logged out until it is linked again, over a restart', async () => {
    await connected(harness);
    await harness.logOut();
    await waitFor(() => harness.port.status().state === 'LOGGED_OUT', { what: 'the logout' });
    await harness.port.disconnect();
    const log = new ListenerLog();
    await harness.port.connect(log.listener);
    expect(harness.port.status().state).toBe('LOGGED_OUT');
    await write('while out');
    await harness.restoreLine();
    await waitFor(() => log.messages.length === 1, { what: 'the message of the time between' });
  });

  it('gives the first account what was posted before there was any', async () => {
    const lonely = await createTestDatabase();
    const network = await openNetwork(lonely.url);
    await network.network.post(posted(undefined));
    const log = new ListenerLog();
    const adapter = new SimulatorAdapter({ accountId: newId(), network: network.network });
    await adapter.connect(log.listener);
    await waitFor(() => log.messages.length === 1, { what: 'the early message' });
    await network.network.post(posted(undefined));
    await waitFor(() => log.messages.length === 2, { what: 'the next message' });
    await adapter.disconnect();
    await network.close();
    await lonely.drop();
  });

  it.each(['duplicate=0.3', 'reorder=0.3', 'late=0.2', 'disconnect=0.05', 'duplicate=0.2,late=0.1,disconnect=0.05'])(
    'loses nothing under %s',
    async (faults) => {
      const log = await connected(harness);
      await harness.setFaults(faults);
      const bodies = Array.from({ length: 60 }, (_, index) => `${index}`);
      await Promise.all(bodies.map((body) => write(body, `+3460000000${Number(body) % 3}`)));
      const seen = () => new Set(log.messages.map(({ text }) => text));
      await waitFor(() => seen().size === bodies.length, { what: 'every message', timeoutMs: 20_000 });
      expect([...seen()].sort()).toEqual([...bodies].sort());
      await waitFor(async () => (await undelivered()) === 0, { what: 'every message to be confirmed' });
    },
  );

  it.each([
    ['duplicate=1', ['a', 'a', 'b', 'b']],
    ['', ['a', 'b']],
  ])('under "%s" gives %j', async (faults, expected) => {
    const log = await connected(harness);
    await harness.setFaults(faults);
    for (const body of ['a', 'b']) await write(body);
    await waitFor(() => log.messages.length >= expected.length, { what: 'the messages' });
    expect(log.messages.map(({ text }) => text)).toEqual(expected);
  });

  it('is logged out by its script, and loses nothing', async () => {
    const log = await connected(harness);
    await harness.setFaults('logout=1');
    await write('the last straw');
    await waitFor(() => harness.port.status().state === 'LOGGED_OUT', { what: 'the logout' });
    expect(log.messages).toEqual([]);
    await harness.restoreLine();
    await waitFor(() => log.messages.length === 1, { what: 'the message after all' });
  });

  async function undelivered(): Promise<number> {
    const rows = await here.dataSource.query<{ count: string }[]>(
      'SELECT count(*) FROM simulator_messages WHERE account_id = $1 AND delivered_at IS NULL',
      [harness.accountId],
    );
    return Number(rows[0]?.count);
  }
});

function posted(accountId: string | undefined): PhoneMessage {
  const addressed = { accountId, id: newMessageId(), chat: CHAT, sender: CHAT };
  return { ...addressed, fromMe: false, kind: 'text', body: 'hello', mentions: [], sentAt: new Date() };
}
