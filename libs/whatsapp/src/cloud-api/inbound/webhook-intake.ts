import type { PgEvents, Transactions } from '#database';

import type { CloudApiStore } from '../cloud-api-store.js';
import { objectsIn, textIn, type Json } from '../json.js';
import type { StatusReceipt } from '../outbound/sent-messages.js';
import { CLOUD_API_CHANNEL } from './cloud-api-channel.js';
import { ackOfStatus } from './status-ack.js';
import { eventsOf, type WebhookEvent } from './webhook-event.js';

export interface IntakeParts {
  readonly store: CloudApiStore;
  readonly transactions: Transactions;
  readonly events: PgEvents;
}

/** Keeps what a webhook tells, before Meta is told that we have it. */
export class WebhookIntake {
  constructor(private readonly parts: IntakeParts) {}

  /** Resolves with whether it was news, once it is durable: events, what they mean for the window, and for our own messages. */
  async keep(payload: Json): Promise<boolean> {
    const { store, transactions } = this.parts;
    const { phoneNumberId, mailbox, windows, sent, clock } = store;
    const events = eventsOf(payload, phoneNumberId);
    if (events.length === 0) return false;
    const now = clock.now();
    const sealed = await mailbox.sealed(events);
    return transactions.run(async (manager) => {
      const fresh = await mailbox.put(sealed, manager);
      const news = events.filter(({ key }) => fresh.has(key));
      const heard = news.filter(opensWindow).map((event) => heardIn(event, now));
      await windows.heard(heard, manager);
      await sent.acknowledge(news.flatMap(receiptOf), manager);
      return news.length > 0;
    });
  }

  /** Wakes the account, wherever it lives. It also looks by itself now and then. */
  async wake(): Promise<void> {
    await this.parts.events.publish(CLOUD_API_CHANNEL, this.parts.store.phoneNumberId);
  }
}

function opensWindow({ kind, content }: WebhookEvent): boolean {
  return kind === 'message' && textIn(content.body, 'type') !== 'system';
}

/** Never later than now: a clock that is ahead must not hold the window open. */
function heardIn({ chatId, at }: WebhookEvent, now: Date): { chatId: string; at: Date } {
  return { chatId, at: at && at < now ? at : now };
}

function receiptOf({ kind, messageId, content: { body } }: WebhookEvent): StatusReceipt[] {
  const ack = ackOfStatus(textIn(body, 'status'));
  if (kind !== 'status' || ack === null) return [];
  const failure = Number(textIn(objectsIn(body, 'errors')[0] ?? {}, 'code') || NaN);
  return [
    {
      wamid: messageId,
      callback: textIn(body, 'biz_opaque_callback_data'),
      ack,
      ...(ack === -1 && Number.isInteger(failure) && { failure }),
    },
  ];
}
