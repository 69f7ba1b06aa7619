import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

import { Logger, Metrics } from '#telemetry';

import type { ClientSocket } from '../sockets/client-socket.js';
import { MISSED } from '../sockets/missed.js';
import { ConversationSockets } from './conversation-sockets.service.js';
import type { PersonFeedEvent } from './person-feed-source.js';
import { PersonOffsets } from './person-offsets.service.js';
import { placeOfAll, type Seat } from './seat.js';
import { Seats } from './seats.service.js';

/** Events read at once. */
const PAGE = 100;
/** People whose feeds are read at the same time: the rest of the process needs the database, too. */
const READERS = 4;
/** Everybody's feed is looked at again after so long: news may be lost on its way. */
const SWEEP_MS = 5_000;

/**
 * Tells the sockets of this process what is in the feeds of people. What has just happened and what was missed go the same way: each seat
 * has its place in the feed, and whatever comes after it is read from the table and told, in order. One read serves all seats of a person.
 */
@Injectable()
export class PersonFeed implements OnModuleInit, OnModuleDestroy {
  /** People to be looked at, in order. */
  private readonly waiting = new Set<string>();
  private readonly reading = new Set<string>();
  private timer?: NodeJS.Timeout;
  private readonly told;

  constructor(
    private readonly seats: Seats,
    private readonly sockets: ConversationSockets,
    private readonly offsets: PersonOffsets,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.told = metrics.counter('realtime_events_total', 'Events given to the sockets of this process', ['event']);
  }

  onModuleInit(): void {
    this.timer = setInterval(() => this.lookAtAll(), SWEEP_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Something may be in that person's feed. Does not wait. */
  look(contactId: string): void {
    if (this.seats.ofContact(contactId).size === 0) return;
    this.waiting.add(contactId);
    this.start();
  }

  lookAtAll(): void {
    for (const contactId of this.seats.contacts()) this.look(contactId);
  }

  private start(): void {
    for (const contactId of this.waiting) {
      if (this.reading.size >= READERS) return;
      // Read again when that read has ended: it may have begun before the news.
      if (this.reading.has(contactId)) continue;
      this.waiting.delete(contactId);
      this.reading.add(contactId);
      void this.read(contactId).finally(() => {
        this.reading.delete(contactId);
        this.start();
      });
    }
  }

  private async read(contactId: string): Promise<void> {
    try {
      if (await this.readPage(contactId)) this.waiting.add(contactId);
    } catch (error) {
      this.logger.warn({ err: error }, 'the feed of a person could not be read; it is tried again');
    }
  }

  /** Whether there is more. */
  private async readPage(contactId: string): Promise<boolean> {
    // Those who take a seat meanwhile may be further back: they are served by the next page, as are those who do not read now.
    const seats = [...this.seats.ofContact(contactId)].filter(({ socket }) => !socket.data.backlog.isHigh);
    if (seats.length === 0) return false;
    const from = seats.reduce((least, { cursor }) => (cursor < least ? cursor : least), seats[0]!.cursor);
    const events = await this.sockets.parts.feed.after(contactId, String(from), PAGE);
    tellGaps(seats, events[0]);
    const full = new Set<ClientSocket>();
    for (const event of events) this.tell(seats, event, full);
    return events.length === PAGE;
  }

  /** Who is `full` stays where it is, and goes on from there when it has read what waits. */
  private tell(
    seats: readonly Seat[],
    { position, chatId, event, payload }: PersonFeedEvent,
    full: Set<ClientSocket>,
  ): void {
    const place = BigInt(position);
    const hearers: Seat[] = [];
    for (const seat of seats) {
      const { socket } = seat;
      if (seat.cursor >= place || !isTaken(seat)) continue;
      const hears = seat.chatId === chatId && payload !== null && payload !== undefined;
      if (hears && socket.data.backlog.isHigh) full.add(socket);
      if (hears && !full.has(socket)) hearers.push(seat);
    }
    for (const seat of seats) if (seat.cursor < place && !full.has(seat.socket)) seat.cursor = place;
    for (const seat of hearers) {
      seat.socket.emit(event, payload, this.offsets.of(seat.contactId, placeOfAll(seat)));
      this.told.inc({ event });
    }
  }
}

function isTaken(seat: Seat): boolean {
  return seat.socket.data.seats.get(seat.chatId) === seat;
}

/** Tells those who wait for something that is gone: it was pruned, or deleted. */
function tellGaps(seats: readonly Seat[], first: PersonFeedEvent | undefined): void {
  for (const seat of seats) {
    const next = first ? BigInt(first.position) : seat.end + 1n;
    if (next <= seat.cursor + 1n) continue;
    seat.cursor = next - 1n;
    seat.socket.emit(MISSED, {});
  }
}
