import type { WhatsAppEvent } from '../../port/whatsapp-event.js';
import { EventLanes } from './event-lanes.js';

const ack = (chatId: string, id: string): WhatsAppEvent => ({ type: 'ack', chatId, id, ack: 1, at: new Date(0) });

describe('EventLanes', () => {
  let given: string[];
  let refuse: (id: string) => boolean;
  let lanes: EventLanes;

  beforeEach(() => {
    given = [];
    refuse = () => false;
    lanes = new EventLanes({
      listener: (event) => {
        const { id } = event as { id: string };
        if (refuse(id)) return Promise.reject(new Error('on purpose'));
        given.push(id);
        return Promise.resolve();
      },
      report: () => undefined,
    });
  });

  const push = (chat: string, id: string) => lanes.push(chat, () => lanes.give(ack(chat, id)));
  const pushMissed = (chat: string, id: string) => lanes.pushMissed(chat, () => lanes.give(ack(chat, id)));
  const settled = () => lanes.settled();

  it('holds back what comes until it is known what was missed, which goes first', async () => {
    push('a', 'live');
    pushMissed('a', 'missed');
    await settled();
    expect(given).toEqual(['missed']);
    lanes.release();
    await settled();
    expect(given).toEqual(['missed', 'live']);
  });

  it('gives an event again until it is taken, before the next of its chat', async () => {
    lanes.release();
    let refusals = 2;
    refuse = (id) => id === '1' && refusals-- > 0;
    for (const id of ['1', '2']) push('a', id);
    await settled();
    expect(given).toEqual(['1', '2']);
  });

  it('lets other chats pass one that is refused', async () => {
    lanes.release();
    let refusals = 1;
    refuse = (id) => id === '1' && refusals-- > 0;
    push('a', '1');
    push('b', '2');
    await settled();
    expect(given).toEqual(['2', '1']);
  });

  it('goes on after work that fails by itself', async () => {
    lanes.release();
    lanes.push('a', () => Promise.reject(new Error('the page is gone')));
    push('a', '1');
    await settled();
    expect(given).toEqual(['1']);
  });

  it('gives nothing after stop, neither what waits nor what comes', async () => {
    lanes.release();
    refuse = () => true;
    for (const id of ['1', '2']) push('a', id);
    await lanes.stop();
    refuse = () => false;
    push('a', '3');
    await settled();
    expect(given).toEqual([]);
  });
});
