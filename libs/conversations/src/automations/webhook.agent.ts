import { Agent, Handles, type PayloadOf } from '#agents';

import './automation.task.js';
import { WebhookSender } from './webhook-sender.service.js';

/** Brings deliveries. An agent of its own: a receiver that takes its time keeps nobody but other receivers waiting. */
@Agent('webhook')
export class WebhookAgent {
  constructor(private readonly webhooks: WebhookSender) {}

  @Handles('conversation.webhook')
  async deliver({ deliveryId }: PayloadOf<'conversation.webhook'>): Promise<undefined> {
    await this.webhooks.deliver(deliveryId);
  }
}
