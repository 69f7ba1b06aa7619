import { Injectable } from '@nestjs/common';

import { ChatConfig } from '#config';
import { Transactions } from '#database';
import { AppError } from '#kernel';
import type { Viewer } from '#security';

import { Coalescer } from '../../inbound/coalescer.js';
import { TurnCalls } from '../../inbound/turn-calls.service.js';
import { PersonEvents } from '../events/person-events.service.js';
import { textToSend, type NewWebMessage } from './new-web-message.js';
import { webMessageId } from './web-message-id.js';
import { WebInbound, type WebArrival, type WebSend } from './web-inbound.service.js';

const MAX_BATCH = 200;

/**
 * Takes what people send on the web, tells it to their clients, and calls for an answer. What comes while a batch is being written is the next
 * one: a thousand at once cost no more connections than one.
 */
@Injectable()
export class WebSender {
  private readonly coalescer = new Coalescer<WebSend, WebArrival | AppError>((sends) => this.store(sends), MAX_BATCH);

  constructor(
    private readonly transactions: Transactions,
    private readonly inbound: WebInbound,
    private readonly events: PersonEvents,
    private readonly calls: TurnCalls,
    private readonly config: ChatConfig,
  ) {}

  /** Resolves when it is committed. @throws AppError as `textToSend` does and `WebInbound.store` answers */
  async send(
    viewer: Viewer,
    conversationId: string,
    message: NewWebMessage,
  ): Promise<WebArrival & { readonly text: string }> {
    const text = textToSend(message, this.config.maxMessageLength);
    const externalId = webMessageId(message.clientId);
    const arrival = await this.coalescer.submit({ viewer, conversationId, text, externalId });
    if (arrival instanceof AppError) throw arrival;
    return { ...arrival, text };
  }

  private async store(sends: readonly WebSend[]): Promise<readonly (WebArrival | AppError)[]> {
    const { arrivals, due } = await this.transactions.run((manager) => this.inbound.store(manager, sends));
    const moved = arrivals.flatMap((one) => (one instanceof AppError || !one.stored ? [] : [one.contactId]));
    for (const contactId of new Set(moved)) this.events.moved(contactId);
    await this.calls.call(due);
    return arrivals;
  }
}
