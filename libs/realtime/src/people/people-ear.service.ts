import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

import { ChatConfig } from '#config';
import { Logger } from '#telemetry';

import { FanOut } from '../fan-out/fan-out.port.js';
import { PEOPLE_CHANNEL, type PeopleNews, type SentPassing } from './people-channel.js';
import { PersonFeed } from './person-feed.service.js';
import { Seats } from './seats.service.js';
import { TypingEnds } from './typing-ends.js';

/** Hears what the processes tell of people, and passes it on to the sockets of this one. */
@Injectable()
export class PeopleEar implements OnModuleInit, OnModuleDestroy {
  private readonly typing;

  constructor(
    private readonly fanOut: FanOut,
    private readonly feed: PersonFeed,
    private readonly seats: Seats,
    private readonly logger: Logger,
    { typingTimeoutMs }: ChatConfig,
  ) {
    this.typing = new TypingEnds(typingTimeoutMs, (news) => this.pass(news));
  }

  async onModuleInit(): Promise<void> {
    await this.fanOut.subscribe(
      PEOPLE_CHANNEL,
      (text) => this.hear(text),
      () => void this.feed.sweep(),
    );
  }

  onModuleDestroy(): void {
    this.typing.close();
  }

  private hear(text: string): void {
    for (const news of this.read(text)) {
      if (typeof news === 'string') this.feed.look(news);
      else this.hearPassing(news);
    }
  }

  private hearPassing(news: SentPassing): void {
    if (this.seats.inChat(news.chatId).size === 0) return;
    if (news.event === 'typing:indicator') this.typing.note(news);
    this.pass(news);
  }

  /** The last argument is an object on purpose: the client would take a text for an offset. */
  private pass({ contactId, chatId, event, payload, volatile, except }: SentPassing): void {
    for (const { socket, contactId: inFeedOf } of this.seats.inChat(chatId)) {
      if (socket.id === except || inFeedOf !== contactId) continue;
      if (volatile && socket.data.backlog.isBusy) continue;
      socket.emit(event, payload);
    }
  }

  /** The parser's error would quote what it could not read. */
  private read(text: string): readonly PeopleNews[] {
    try {
      return JSON.parse(text) as readonly PeopleNews[];
    } catch {
      this.logger.warn({}, 'news for the sockets of people could not be read');
      return [];
    }
  }
}
