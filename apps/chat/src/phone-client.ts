import { AppError } from '#kernel';

import type { ChatOptions } from './chat-options.js';
import { connectionLost, notSecretary } from './chat.errors.js';
import { phoneEvent, type PhoneEvent } from './phone-event.js';
import { SecretaryClient } from './secretary-client.js';
import { serverSentEvents } from './server-sent-events.js';
import { readSilence } from './read-silence.js';
import { silenceText } from './silence-text.js';

/** A simulated phone, over the secretary's REST. */
export class PhoneClient {
  private readonly secretary: SecretaryClient;

  constructor(private readonly options: ChatOptions) {
    this.secretary = new SecretaryClient(options);
  }

  /** Writes a text. Resolves with its id when the network has it. */
  async write(body: string): Promise<string> {
    const { phone: from, name, url } = this.options;
    const { id } = await this.secretary.json<{ id?: unknown }>('/api/simulator/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from, name, body }),
    });
    if (typeof id !== 'string') throw notSecretary(url);
    return id;
  }

  /** What the phone sees from now on, `open` first. Throws `chat.connection-lost` when the stream ends by itself. */
  async *watch(signal: AbortSignal): AsyncGenerator<PhoneEvent> {
    const { phone, url } = this.options;
    const path = `/api/simulator/stream?phone=${encodeURIComponent(phone)}`;
    const response = await this.secretary.request(path, { headers: { accept: 'text/event-stream' }, signal });
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) throw notSecretary(url);
    if (!response.body) throw connectionLost(url);
    try {
      for await (const event of serverSentEvents(response.body)) {
        const seen = phoneEvent(event);
        if (seen) yield seen;
      }
    } catch (error) {
      if (signal.aborted) return;
      throw error instanceof SyntaxError ? error : connectionLost(url);
    }
    if (!signal.aborted) throw connectionLost(url);
  }

  /** Why a message of this phone has no answer yet, and what to do about it. Never fails. */
  async whySilent(messageId: string): Promise<string> {
    const { phone } = this.options;
    try {
      return silenceText(await readSilence(this.secretary, phone, messageId), phone);
    } catch (error) {
      return error instanceof AppError ? error.message : 'The log of the secretary may say why.';
    }
  }
}
