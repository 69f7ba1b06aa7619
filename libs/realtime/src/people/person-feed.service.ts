import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

import { Logger, Metrics } from '#telemetry';

import type { ClientSocket } from '../sockets/client-socket.js';
import { MISSED } from '../sockets/missed.js';
import { ConversationSockets } from './conversation-sockets.service.js';
import { gapsOf, missedBy } from './feed-gaps.js';
import type { PersonFeedEvent } from './person-feed-source.js';
import { PersonOffsets } from './person-offsets.service.js';
import { placeOfAll, type Seat } from './seat.js';
import { Seats } from './seats.service.js';

/** Events read at once. */
const PAGE = 100;
/** People whose feeds are read at the same time: the rest of the process needs the database, too. */
const READERS = 4;
/** After so long it is looked whether a feed has grown of which no news came: it may be lost on its way. */
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
  private sweeping = false;
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
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS).unref();
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

  /** News may have been lost: asks once for everybody how far their feeds go, and looks at those that somebody has not heard to the end. */
  async sweep(): Promise<void> {
    const contacts = this.seats.contacts();
    if (this.sweeping || contacts.length === 0) return;
    this.sweeping = true;
    try {
      const ends = await this.sockets.parts.feed.lastPositions(contacts);
      for (const contactId of contacts) {
        const end = BigInt(ends.get(contactId) ?? '0');
        if ([...this.seats.ofContact(contactId)].some(({ cursor }) => cursor < end)) this.look(contactId);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'how far the feeds of people go could not be read; it is tried again');
    } finally {
      this.sweeping = false;
    }
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
    await this.passGaps(contactId, seats, events[0]);
    const full = new Set<ClientSocket>();
    for (const event of events) this.tell(seats, event, full);
    return events.length === PAGE;
  }

  private async passGaps(contactId: string, seats: readonly Seat[], next: PersonFeedEvent | undefined): Promise<void> {
    const gaps = gapsOf(seats, next);
    if (gaps.length === 0) return;
    const missed = missedBy(gaps, await this.sockets.parts.feed.firstPosition(contactId));
    for (const { seat, to } of gaps) seat.cursor = to;
    for (const socket of missed) socket.emit(MISSED, {});
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
