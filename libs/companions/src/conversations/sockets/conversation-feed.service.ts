import { Injectable } from '@nestjs/common';

import { ConversationMessages, PersonEvents, type PersonEvent } from '#messaging';
import { PersonFeedSource, type PersonFeedEvent } from '#realtime';

import { ConversationTalk } from '../conversation-talk.service.js';
import type { ShownMessage } from '../shown-message.js';

/** What a person's sockets are told: the events as they are kept, with the messages that they speak of as they are now. */
@Injectable()
export class ConversationFeed extends PersonFeedSource {
  constructor(
    private readonly events: PersonEvents,
    private readonly messages: ConversationMessages,
    private readonly talk: ConversationTalk,
  ) {
    super();
  }

  async after(contactId: string, position: string, limit: number): Promise<readonly PersonFeedEvent[]> {
    const events = await this.events.after(contactId, position, limit);
    const ids = events.filter(isReceived).flatMap(({ messageId }) => messageId ?? []);
    const messages = ids.length === 0 ? [] : await this.talk.all(await this.messages.byIds(contactId, ids));
    const byId = new Map(messages.map((message) => [message.id, message]));
    return events.map((event) => ({
      position: event.position,
      chatId: event.chatId,
      event: event.event,
      payload: isReceived(event) ? receivedOf(event, byId) : event.payload,
    }));
  }

  lastPosition(contactId: string): Promise<string> {
    return this.events.lastPosition(contactId);
  }

  lastPositions(contactIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.events.lastPositions(contactIds);
  }

  firstPosition(contactId: string): Promise<string | null> {
    return this.events.firstPosition(contactId);
  }
}

function isReceived({ event }: PersonEvent): boolean {
  return event === 'message:received';
}

/** Null when the message is no more. */
function receivedOf({ messageId }: PersonEvent, messages: ReadonlyMap<string, ShownMessage>): ShownMessage | null {
  return messages.get(messageId ?? '') ?? null;
}
