import { Injectable } from '@nestjs/common';

import type { MediaRow } from '../media/media-row.js';
import type { MessageView } from '../messages/message-view.js';
import type { MessagePlace } from './message-place.js';

export interface ArchivedQuery {
  /** Null: all chats. */
  readonly chatId: string | null;
  /** Only messages that hold all of these words, in any of their forms. */
  readonly words?: string;
  /** Only messages that it is true for. */
  readonly accept?: (message: MessageView) => boolean;
  /** Only what is before it. Null: from the latest on. */
  readonly before: MessagePlace | null;
  readonly limit: number;
}

export interface ArchivedFinds {
  /** The latest first. */
  readonly items: readonly MessageView[];
  /** Not everything was looked at: what is before this place is still to come. Null: there is no more. */
  readonly resume: MessagePlace | null;
  /** Ids of archives that are damaged and may hold some of it. */
  readonly unreadable: readonly string[];
}

/** A part of a conversation by the time its messages were sent, both ends included. */
export interface TimeRange {
  readonly from?: Date;
  readonly to?: Date;
}

/** May be told of one archive several times. */
export type OnUnreadable = (archiveId: string) => void;

/** Whoever keeps the messages of chats that were put away. */
export interface ArchivedSource {
  find(query: ArchivedQuery): Promise<ArchivedFinds>;
  /** Oldest first. What cannot be read is left out: `onUnreadable` is told of each archive that is damaged. */
  read(chatId: string, range: TimeRange, onUnreadable?: OnUnreadable): AsyncIterable<readonly MessageView[]>;
  /** What an archive knows of the attachment of a message; undefined when no archive has one. */
  attachment(messageId: string): Promise<MediaRow | undefined>;
  /** In which chats these messages were put away, by their ids, ours or WhatsApp's. Only the likeliest places are looked into. */
  chatsOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Brings everything of the chat back into the store of record. Does nothing when there is nothing. */
  revive(chatId: string): Promise<void>;
}

const NOTHING: ArchivedFinds = { items: [], resume: null, unreadable: [] };

/** The door to messages that are not in the store of record any more. Nothing is behind it until a source is attached. */
@Injectable()
export class ArchivedHistory implements ArchivedSource {
  private source?: ArchivedSource;

  /** For a module, while it is being initialised. */
  attach(source: ArchivedSource): void {
    this.source = source;
  }

  async find(query: ArchivedQuery): Promise<ArchivedFinds> {
    return this.source ? this.source.find(query) : NOTHING;
  }

  async *read(chatId: string, range: TimeRange, onUnreadable?: OnUnreadable): AsyncIterable<readonly MessageView[]> {
    if (this.source) yield* this.source.read(chatId, range, onUnreadable);
  }

  async attachment(messageId: string): Promise<MediaRow | undefined> {
    return this.source?.attachment(messageId);
  }

  async chatsOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.source && messageIds.length > 0 ? this.source.chatsOf(messageIds) : new Map();
  }

  async revive(chatId: string): Promise<void> {
    await this.source?.revive(chatId);
  }
}
