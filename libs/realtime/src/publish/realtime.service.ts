import { setImmediate as nextTurn } from 'node:timers/promises';

import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

import { PgEvents } from '#database';
import { endsWithin } from '#kernel';
import { Logger, Metrics } from '#telemetry';

import { eventTooLarge } from '../realtime.errors.js';
import { EVENT_BYTES, takeBatch } from './event-batches.js';
import { REALTIME_CHANNEL } from './realtime-channel.js';
import type { RealtimeEvent } from './realtime-event.js';

/** Events that wait while the database does not answer. More are lost: news that is minutes old is found in the tables. */
const MOST_WAITING = 1_000;
/** How long the end of a process waits for its last events. */
const LAST_WORDS_MS = 2_000;

/**
 * Tells the operator's sockets, in whatever process they are. Best effort: an event says what has become of a row, and the row stays the
 * authority. To be called after the transaction: what is rolled back cannot be unsaid, and a transaction that notifies holds up all others.
 */
@Injectable()
export class Realtime implements BeforeApplicationShutdown {
  private readonly waiting: string[] = [];
  private sending: Promise<void> | null = null;
  private readonly published;
  private readonly lost;

  constructor(
    private readonly events: PgEvents,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.published = metrics.counter('realtime_published_total', 'Events published by this process', ['event']);
    this.lost = metrics.counter('realtime_lost_total', 'Events that no process could be told of');
  }

  /** Does not wait. The events of one process arrive in order. Throws `realtime.event-too-large` above 7,997 bytes of JSON. */
  publish({ event, scope, payload }: RealtimeEvent): void {
    const text = JSON.stringify({ event, scope, payload });
    const bytes = Buffer.byteLength(text);
    if (bytes > EVENT_BYTES) throw eventTooLarge(event, bytes, EVENT_BYTES);
    if (this.waiting.length >= MOST_WAITING) {
      this.lost.inc();
      return;
    }
    this.published.inc({ event });
    this.waiting.push(text);
    this.sending ??= this.sendAll();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.sending) await endsWithin(this.sending, LAST_WORDS_MS);
  }

  /** One after the other: on several connections at once they would overtake each other. */
  private async sendAll(): Promise<void> {
    // What one piece of work tells of leaves together.
    await nextTurn();
    while (this.waiting.length > 0) {
      const before = this.waiting.length;
      const batch = takeBatch(this.waiting);
      try {
        await this.events.publish(REALTIME_CHANNEL, batch);
      } catch (error) {
        const count = before - this.waiting.length;
        this.lost.inc(count);
        this.logger.warn(
          { err: error, count },
          'events for the sockets were lost; who listens reads them from the API',
        );
      }
    }
    this.sending = null;
  }
}
