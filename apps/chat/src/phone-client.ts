import type { ChatOptions } from './chat-options.js';
import { connectionLost, keyRefused, noSimulator, notRunning, refused } from './chat.errors.js';
import { phoneEvent, type PhoneEvent } from './phone-event.js';
import { serverSentEvents } from './server-sent-events.js';

/** A simulated phone, over the secretary's REST. */
export class PhoneClient {
  constructor(private readonly options: ChatOptions) {}

  /** Writes a text. Resolves with its id when the network has it. */
  async write(body: string): Promise<string> {
    const { phone: from, name } = this.options;
    const response = await this.request('/api/simulator/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from, name, body }),
    });
    const { id } = (await response.json()) as { id: string };
    return id;
  }

  /** What the phone sees from now on, `open` first. Throws `chat.connection-lost` when the stream ends by itself. */
  async *watch(signal: AbortSignal): AsyncGenerator<PhoneEvent> {
    const path = `/api/simulator/stream?phone=${encodeURIComponent(this.options.phone)}`;
    const response = await this.request(path, { headers: { accept: 'text/event-stream' }, signal });
    if (!response.body) throw connectionLost(this.options.url);
    try {
      for await (const event of serverSentEvents(response.body)) {
        const seen = phoneEvent(event);
        if (seen) yield seen;
      }
    } catch (error) {
      if (signal.aborted) return;
      throw error instanceof SyntaxError ? error : connectionLost(this.options.url);
    }
    if (!signal.aborted) throw connectionLost(this.options.url);
  }

  private async request(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const { url, key } = this.options;
    const headers = { ...init.headers, authorization: `Bearer ${key}` };
    const response = await fetch(url + path, { ...init, headers }).catch(() => {
      throw notRunning(url);
    });
    if (response.ok) return response;
    if (response.status === 401 || response.status === 403) throw keyRefused();
    if (response.status === 404) throw noSimulator(url);
    throw refused(response.status, await detailOf(response));
  }
}

async function detailOf(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as { detail?: unknown };
  return typeof problem.detail === 'string' ? problem.detail : '';
}
