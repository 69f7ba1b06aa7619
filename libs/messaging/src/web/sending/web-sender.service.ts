import { Injectable } from '@nestjs/common';

import { ChatConfig } from '#config';
import { Transactions } from '#database';
import type { Viewer } from '#security';

import { TurnCalls } from '../../inbound/turn-calls.service.js';
import { PersonEvents } from '../events/person-events.service.js';
import { textToSend, type NewWebMessage } from './new-web-message.js';
import { WebInbound, type WebArrival } from './web-inbound.service.js';

/** Takes what people send on the web, tells it to their clients, and calls for an answer. */
@Injectable()
export class WebSender {
  constructor(
    private readonly transactions: Transactions,
    private readonly inbound: WebInbound,
    private readonly events: PersonEvents,
    private readonly calls: TurnCalls,
    private readonly config: ChatConfig,
  ) {}

  /** Resolves when it is committed. @throws AppError as `textToSend` and `WebInbound.store` */
  async send(viewer: Viewer, id: string, message: NewWebMessage): Promise<WebArrival & { readonly text: string }> {
    const text = textToSend(message, this.config.maxMessageLength);
    const arrival = await this.transactions.run((manager) =>
      this.inbound.store(manager, viewer, id, { text, clientId: message.clientId }),
    );
    if (arrival.stored) this.events.moved(arrival.contactId);
    await this.calls.call(arrival.due);
    return { ...arrival, text };
  }
}
