import type { IncomingMessage } from '../src/port/incoming-message.js';
import { TestMemory } from './test-memory.js';
import type { WhatsAppEvent, WhatsAppListener } from '../src/port/whatsapp-event.js';

/** A listener that keeps what it was given, and refuses messages when told to. */
export class ListenerLog {
  readonly events: WhatsAppEvent[] = [];
  private refusals = 0;

  constructor(readonly memory = new TestMemory()) {}

  readonly listener: WhatsAppListener = (event) => {
    if (event.type === 'message' && this.refusals > 0) {
      this.refusals -= 1;
      return Promise.reject(new Error('The listener refuses this on purpose.'));
    }
    this.events.push(event);
    if (event.type === 'message') this.memory.take(event.message);
    return Promise.resolve();
  };

  get messages(): IncomingMessage[] {
    return this.events.flatMap((event) => (event.type === 'message' ? [event.message] : []));
  }

  get acks(): { id: string; ack: number }[] {
    return this.events.flatMap((event) => (event.type === 'ack' ? [{ id: event.id, ack: event.ack }] : []));
  }

  get states(): string[] {
    return this.events.flatMap((event) => (event.type === 'status' ? [event.status.state] : []));
  }

  refuseNext(count: number): void {
    this.refusals = count;
  }
}
