import { waitFor } from '#testing';

import { Conversations } from './conversations.js';
import { DeliveryLedger } from './delivery-ledger.js';
import { EventLog } from './event-log.js';
import { MediaStore } from './media-store.js';
import { Onlookers } from './onlookers.js';
import { SendDesk } from './send-desk.js';
import { noFaults, type StandInFaults } from './stand-in-faults.js';
import type { WireMessage } from './wire.js';

function newDesk(faults: Partial<StandInFaults> = {}) {
  const all = { ...noFaults(), ackDelayMs: 0, ...faults };
  const log = new EventLog();
  const ledger = new DeliveryLedger(new Onlookers());
  const media = new MediaStore(all);
  const desk = new SendDesk({ log, ledger, conversations: new Conversations(), media, faults: all });
  return { desk, ledger, log, faults: all };
}

function newMessage(id: string, body = 'hi'): WireMessage {
  return { chat: '34600000001@c.us', id, fromMe: true, type: 'chat', t: 0, ack: 0, fields: { body } };
}

describe('SendDesk', () => {
  it.each<[string, Partial<StandInFaults>, string[], string[]]>([
    ['takes everything', {}, ['accepted', 'accepted', 'accepted'], ['a', 'a', 'b']],
    ['refuses all', { failSend: true }, ['refused', 'refused', 'refused'], []],
    ['refuses the next one', { failSend: 1 }, ['refused', 'accepted', 'accepted'], ['a', 'b']],
    ['refuses the first try of each', { failSend: 'first-try' }, ['refused', 'accepted', 'refused'], ['a']],
    ['delivers all in silence', { loseAck: true }, ['silence', 'silence', 'silence'], ['a', 'a', 'b']],
    ['delivers the next two in silence', { loseAck: 2 }, ['silence', 'silence', 'accepted'], ['a', 'a', 'b']],
    [
      'delivers each in silence at first',
      { loseAck: 'first-try' },
      ['silence', 'accepted', 'silence'],
      ['a', 'a', 'b'],
    ],
    ['refuses rather than be silent', { failSend: 1, loseAck: 1 }, ['refused', 'silence', 'accepted'], ['a', 'b']],
  ])('%s', async (_, faults, verdicts, delivered) => {
    const { desk, ledger } = newDesk(faults);
    const seen = [];
    for (const id of ['a', 'a', 'b']) seen.push(await desk.take(newMessage(id)));
    expect(seen).toEqual(verdicts);
    expect(ledger.deliveries().map(({ id }) => id)).toEqual(delivered);
  });

  it.each([
    [65_536, 'accepted'],
    [65_537, 'refused'],
  ])('%i characters are %s', async (length, verdict) => {
    expect(await newDesk().desk.take(newMessage('a', 'x'.repeat(length)))).toBe(verdict);
  });

  it('delivers only when the message has arrived', async () => {
    const { desk, ledger } = newDesk({ sendDelayMs: 20 });
    const taken = desk.take(newMessage('a'));
    expect(ledger.deliveries()).toEqual([]);
    await taken;
    expect(ledger.deliveries()).toHaveLength(1);
  });

  it.each([
    [1, []],
    [2, [2]],
    [3, [2, 3]],
  ] as const)('lets acks come up to %i', async (acks, told) => {
    const { desk, log } = newDesk({ acks });
    await desk.take(newMessage('a'));
    await waitFor(() => log.length === told.length, { what: 'the acks' });
    expect(log.after(0, 9).map((event) => event.kind === 'ack' && event.ack)).toEqual(told);
  });
});
