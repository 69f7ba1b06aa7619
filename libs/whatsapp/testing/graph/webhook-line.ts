import { createHmac } from 'node:crypto';

import { sleep } from '#kernel';

import type { GraphJson } from './webhook-payload.js';

const AGAIN_MS = 20;

/** How a body is signed; `right` as Meta does. */
export type Signing = 'right' | 'wrong-secret' | 'none';

/** Meta's way to our webhook: one delivery after another, again until it is answered with 200, and none while the line is cut. */
export class WebhookLine {
  private url = '';
  private queue: Promise<void> = Promise.resolve();
  private isCut = false;
  private isClosed = false;

  constructor(private readonly appSecret: string) {}

  callAt(url: string): void {
    this.url = url;
  }

  /** Resolves when it was delivered `times` times. */
  push(payload: GraphJson, times = 1): Promise<void> {
    this.queue = this.queue.then(async () => {
      for (let time = 0; time < times; time += 1) await this.deliver(payload);
    });
    return this.queue;
  }

  /** One delivery by itself, past the queue. Resolves with the status of its answer. */
  async call(body: string | GraphJson, signing: Signing = 'right'): Promise<number> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const secret = signing === 'right' ? this.appSecret : 'another secret than the right one';
    const signature = `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
    const response = await fetch(this.url, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', ...(signing !== 'none' && { 'x-hub-signature-256': signature }) },
    });
    await response.arrayBuffer();
    return response.status;
  }

  /** Resolves when nothing is left to deliver. */
  async idle(): Promise<void> {
    await this.queue;
  }

  cut(): void {
    this.isCut = true;
  }

  restore(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.queue;
  }

  private async deliver(payload: GraphJson): Promise<void> {
    while (!this.isClosed) {
      if (!this.isCut && (await this.call(payload).catch(() => 0)) === 200) return;
      await sleep(AGAIN_MS);
    }
  }
}
