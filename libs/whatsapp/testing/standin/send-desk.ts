import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

import type { Conversations } from './conversations.js';
import type { DeliveryLedger } from './delivery-ledger.js';
import type { EventLog } from './event-log.js';
import type { MediaStore } from './media-store.js';
import { SendFaultCounter } from './send-fault-counter.js';
import type { StandInFaults } from './stand-in-faults.js';
import type { SendVerdict, WireMessage } from './wire.js';

/** What WhatsApp takes in one message, in UTF-16 units. */
const TEXT_LIMIT = 65_536;

export interface SendDeskParts {
  readonly log: EventLog;
  readonly ledger: DeliveryLedger;
  readonly conversations: Conversations;
  readonly media: MediaStore;
  readonly faults: StandInFaults;
}

/** Takes messages of ours: refuses or delivers them, and tells how far they get. */
export class SendDesk {
  private readonly refusals: SendFaultCounter;
  private readonly silences: SendFaultCounter;
  private readonly ending = new AbortController();

  constructor(private readonly parts: SendDeskParts) {
    this.refusals = new SendFaultCounter(parts.faults, 'failSend');
    this.silences = new SendFaultCounter(parts.faults, 'loseAck');
    setMaxListeners(0, this.ending.signal);
  }

  async take(message: WireMessage): Promise<SendVerdict> {
    const { faults } = this.parts;
    if (faults.sendDelayMs > 0) await delay(faults.sendDelayMs, undefined, { signal: this.ending.signal });
    if (textOf(message).length > TEXT_LIMIT) return 'refused';
    if (this.refusals.strikes(message.id)) return 'refused';
    const isSilent = this.silences.strikes(message.id);
    this.deliver(message);
    if (isSilent) return 'silence';
    void this.acknowledge(message);
    return 'accepted';
  }

  close(): void {
    this.ending.abort();
  }

  private deliver(message: WireMessage): void {
    const { ledger, conversations, media } = this.parts;
    const { directPath, mimetype, filename, quotedStanzaID } = message.fields;
    const data = typeof directPath === 'string' ? media.content(directPath) : undefined;
    ledger.add({
      chat: message.chat,
      id: message.id,
      type: message.type,
      body: textOf(message),
      ...(typeof quotedStanzaID === 'string' && { quotedId: quotedStanzaID }),
      ...(data && {
        media: { mimeType: String(mimetype), data, ...(typeof filename === 'string' && { fileName: filename }) },
      }),
      at: new Date(),
    });
    conversations.add({ ...message, ack: 1 });
  }

  private async acknowledge({ chat, id, author }: WireMessage): Promise<void> {
    const { faults, log } = this.parts;
    for (const ack of [2, 3]) {
      if (ack > faults.acks) return;
      try {
        await delay(faults.ackDelayMs, undefined, { signal: this.ending.signal });
      } catch {
        return;
      }
      log.append({ kind: 'ack', target: { chat, id, ...(author !== undefined && { author }) }, ack });
    }
  }
}

function textOf({ fields }: WireMessage): string {
  const text = typeof fields.directPath === 'string' ? fields.caption : fields.body;
  const words = [text, fields.pollName].find((words) => typeof words === 'string' && words !== '');
  return typeof words === 'string' ? words : '';
}
