import { ActiveFaults } from './active-faults.js';
import { NO_FAULTS } from './fault-script.js';
import { InboundPump } from './inbound-pump.js';
import type { Exclusions } from './mailbox.js';
import type { QueuedMessage } from './phone-message.js';
import type { SimulatorNetwork } from './simulator-network.js';

const CHAT = '34600000001@c.us';

function newQueued(seq: number): QueuedMessage {
  return {
    ...{
      id: `m${seq}`,
      seq: String(seq),
      chat: CHAT,
      sender: CHAT,
      fromMe: false,
      kind: 'text',
      body: `number ${seq}`,
    },
    ...{ mentions: [], sentAt: new Date(0), queuedAt: new Date(0), quotesMe: false },
  };
}

/** A mailbox whose second look sees its messages at once, and tells them when the test lets it. */
class SlowMailbox {
  readonly waits: QueuedMessage[] = [newQueued(1)];
  looks = 0;
  tell: () => void = () => undefined;

  waiting(_account: string, { seqs, chats }: Exclusions): Promise<QueuedMessage[]> {
    this.looks++;
    const seen = this.waits.filter(({ seq, chat }) => !seqs.includes(seq) && !chats.includes(chat));
    return this.looks === 2 ? new Promise((resolve) => (this.tell = () => resolve(seen))) : Promise.resolve(seen);
  }

  delivered(seq: string): Promise<void> {
    this.waits.splice(
      this.waits.findIndex((message) => message.seq === seq),
      1,
    );
    return Promise.resolve();
  }
}

describe('InboundPump', () => {
  it('keeps the order when a message is refused while it looks for more', async () => {
    const mailbox = new SlowMailbox();
    const taken: string[] = [];
    let refuse: (error: Error) => void = () => undefined;
    let tries = 0;
    const pump = new InboundPump({
      // Nothing but the mailbox and the ticks is used of it.
      network: { mailbox, signals: { send: () => undefined } } as unknown as SimulatorNetwork,
      accountId: 'a',
      faults: new ActiveFaults(NO_FAULTS),
      handOver: async ({ body }) => {
        if (body === 'number 1' && ++tries === 1) await new Promise<void>((_, reject) => (refuse = reject));
        taken.push(body);
      },
      cut: () => undefined,
      report: () => undefined,
    });
    pump.start();
    await until(() => tries === 1);
    mailbox.waits.push(newQueued(2));
    pump.wake();
    await until(() => mailbox.looks === 2);
    refuse(new Error('not now'));
    await until(() => mailbox.looks === 2 && tries === 1);
    mailbox.tell();
    await until(() => taken.length === 2);
    await pump.stop();
    expect(taken).toEqual(['number 1', 'number 2']);
  });
});

async function until(reached: () => boolean): Promise<void> {
  // Two turns of the event loop at the least: what was just let go has run.
  for (let turns = 0; turns < 2 || !reached(); turns++) await new Promise((resolve) => setTimeout(resolve, 5));
}
