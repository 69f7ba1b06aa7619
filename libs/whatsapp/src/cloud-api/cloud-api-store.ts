import type { DataSource } from 'typeorm';

import type { Clock } from '#kernel';
import type { DataKeys } from '#security';

import { WebhookMailbox } from './inbound/webhook-mailbox.js';
import { ReplyWindows } from './outbound/reply-windows.js';
import { SentMessages } from './outbound/sent-messages.js';

export interface StoreOptions {
  readonly dataSource: DataSource;
  readonly keys: DataKeys;
  readonly phoneNumberId: string;
  readonly clock: Clock;
}

/** What webhook and adapter share of one phone number, in whatever processes they are: rows in Postgres. */
export class CloudApiStore {
  readonly phoneNumberId: string;
  readonly clock: Clock;
  readonly mailbox: WebhookMailbox;
  readonly sent: SentMessages;
  readonly windows: ReplyWindows;

  constructor({ dataSource, keys, phoneNumberId, clock }: StoreOptions) {
    this.phoneNumberId = phoneNumberId;
    this.clock = clock;
    this.mailbox = new WebhookMailbox(dataSource, keys, phoneNumberId, clock);
    this.sent = new SentMessages(dataSource, phoneNumberId);
    this.windows = new ReplyWindows(dataSource, phoneNumberId);
  }
}
