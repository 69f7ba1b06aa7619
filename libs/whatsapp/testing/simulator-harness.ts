import { newId } from '#kernel';

import { groupIdOf } from '../src/simulator/simulated-address.js';
import { SimulatorAdapter } from '../src/simulator/simulator.adapter.js';
import type { SimulatorNetwork } from '../src/simulator/simulator-network.js';
import type { SimulatorSignal } from '../src/simulator/simulator-signal.js';
import { TestMemory } from './test-memory.js';
import type { PhoneSight, PhoneText, WhatsAppHarness } from './whatsapp-harness.js';

/** A fresh account on a simulated network, and its phones. */
export class SimulatorHarness implements WhatsAppHarness {
  readonly accountId = newId();
  readonly port: SimulatorAdapter;
  readonly memory = new TestMemory();
  private readonly signals: SimulatorSignal[] = [];
  private readonly unlisten: () => void;

  constructor(
    private readonly network: SimulatorNetwork,
    report: (error: unknown) => void = () => undefined,
  ) {
    this.port = new SimulatorAdapter({ accountId: this.accountId, network, report });
    this.unlisten = network.signals.listen((signal) => this.signals.push(signal));
  }

  async writeAsPhone({ id, from, name, body, group, quotedId }: PhoneText): Promise<void> {
    const sender = `${from.slice(1)}@c.us`;
    await this.network.post({
      accountId: this.accountId,
      id,
      chat: group === undefined ? sender : groupIdOf(group),
      sender,
      senderName: name,
      fromMe: false,
      kind: 'text',
      body,
      quotedId,
      mentions: [],
      sentAt: this.network.clock.now(),
    });
  }

  editAsPhone(chat: string, id: string, body: string): Promise<void> {
    return this.network.change(chat, id, body);
  }

  revokeAsPhone(chat: string, id: string): Promise<void> {
    return this.network.change(chat, id, null);
  }

  async receivedIn(chat: string): Promise<{ id: string; body: string }[]> {
    const deliveries = await this.network.ledger.list({ accountId: this.accountId, chat, limit: 10_000 });
    return deliveries.map(({ messageId, body }) => ({ id: messageId, body }));
  }

  seenIn(chat: string): PhoneSight {
    return {
      typing: this.signals.flatMap((signal) => (signal.type === 'typing' && signal.chat === chat ? [signal.on] : [])),
      read: this.signals.flatMap((signal) =>
        signal.type === 'tick' && signal.chat === chat && signal.ack === 3 ? [signal.id] : [],
      ),
    };
  }

  cutLine(): Promise<void> {
    return this.network.changeLine({ line: 'down' }, this.accountId);
  }

  restoreLine(): Promise<void> {
    return this.network.changeLine({ line: 'up' }, this.accountId);
  }

  logOut(): Promise<void> {
    return this.network.changeLine({ line: 'logged-out' }, this.accountId);
  }

  loseAnswers(): Promise<void> {
    return this.setFaults('lost-ack=1');
  }

  refuseSends(): Promise<void> {
    return this.setFaults('failed-send=1');
  }

  /** Resolves when the adapter has the script. */
  async setFaults(faults: string): Promise<void> {
    await this.network.changeLine({ faults }, this.accountId);
    await this.port.settled();
  }

  async close(): Promise<void> {
    this.unlisten();
    await this.port.disconnect();
  }
}
