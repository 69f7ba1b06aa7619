import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

import { endsWithin } from '#kernel';
import { Logger, Metrics } from '#telemetry';

import { FanOut } from '../fan-out/fan-out.port.js';
import { EVENT_BYTES, takeBatch } from '../publish/event-batches.js';
import type { PassingEvent } from './passing-event.js';
import { PEOPLE_CHANNEL, type SentPassing } from './people-channel.js';

/** Passing events that wait while the network between the processes does not answer. More are lost. */
const MOST_WAITING = 2_000;
/** More than one notification holds of the shortest. */
const MOST_IN_ONE = 250;
/** How long the end of a process waits for its last words. */
const LAST_WORDS_MS = 2_000;

/** Tells the sockets of people, in whatever process they are. Nothing here waits, or throws for want of a network. */
@Injectable()
export class PersonNews implements BeforeApplicationShutdown {
  /** As JSON. A person that waits need not wait twice. */
  private readonly moves = new Set<string>();
  private readonly passing: string[] = [];
  private sending: Promise<void> | null = null;
  private readonly lost;

  constructor(
    private readonly fanOut: FanOut,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.lost = metrics.counter(
      'realtime_people_lost_total',
      'News for the sockets of people that did not get through',
    );
  }

  /** The person's feed has grown: "look at the table". To be called after the commit. */
  moved(contactId: string): void {
    this.moves.add(JSON.stringify(contactId));
    this.start();
  }

  /**
   * Tells who has joined the conversation. May be lost; what is `volatile` is also left out for who reads slowly. What has more than 7,900
   * bytes of JSON is lost.
   */
  tell(contactId: string, chatId: string, event: PassingEvent, payload: object, volatile = true): void {
    this.pass({ contactId, chatId, event, payload, volatile });
  }

  /** As `tell`, and may leave out the socket that it comes from. */
  pass(news: SentPassing): void {
    const text = JSON.stringify(news);
    if (this.passing.length >= MOST_WAITING || Buffer.byteLength(text) > EVENT_BYTES) {
      this.lost.inc();
      return;
    }
    this.passing.push(text);
    this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.sending) await endsWithin(this.sending, LAST_WORDS_MS);
  }

  private start(): void {
    this.sending ??= this.sendAll();
  }

  /** One notification after the other; what comes while one is under way goes in the next, together. */
  private async sendAll(): Promise<void> {
    // What is said in the same breath goes together.
    await Promise.resolve();
    while (this.moves.size > 0 || this.passing.length > 0) await this.send(this.take());
    this.sending = null;
  }

  /** Who has moved goes first, and what passes, of which there may be much, in the rest of the notification. */
  private take(): { readonly batch: string; readonly count: number } {
    const moves = [...this.moves].slice(0, MOST_IN_ONE);
    const waiting = [...moves, ...this.passing.slice(0, MOST_IN_ONE)];
    const before = waiting.length;
    const batch = takeBatch(waiting);
    const count = before - waiting.length;
    const moved = moves.slice(0, count);
    for (const move of moved) this.moves.delete(move);
    this.passing.splice(0, count - moved.length);
    return { batch, count };
  }

  private async send({ batch, count }: { readonly batch: string; readonly count: number }): Promise<void> {
    try {
      await this.fanOut.publish(PEOPLE_CHANNEL, batch);
    } catch (error) {
      this.lost.inc(count);
      this.logger.warn(
        { err: error, count },
        'news for the sockets of people was lost; what is in the tables comes later',
      );
    }
  }
}
