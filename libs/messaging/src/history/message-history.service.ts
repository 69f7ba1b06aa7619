import { Injectable } from '@nestjs/common';

import { MessagePages } from '../messages/message-pages.service.js';
import type { MessageView } from '../messages/message-view.js';
import { ArchivedHistory, type OnUnreadable, type TimeRange } from './archived-history.service.js';
import type { MessagePlace } from './message-place.js';
import { mergeSorted } from './merge-sorted.js';

const PAGE = 200;

/** Whole conversations, page by page, oldest first: what is in the store of record and what was put away. */
@Injectable()
export class MessageHistory {
  constructor(
    private readonly pages: MessagePages,
    private readonly archived: ArchivedHistory,
  ) {}

  /**
   * All messages of the chat that were sent in the range, but for those in archives that are damaged, of which `onUnreadable` is told.
   * Memory stays the same however long the chat is.
   */
  read(chatId: string, range: TimeRange, onUnreadable?: OnUnreadable): AsyncIterable<readonly MessageView[]> {
    return mergeSorted([this.archived.read(chatId, range, onUnreadable), this.live(chatId, range)]);
  }

  private async *live(chatId: string, range: TimeRange): AsyncIterable<readonly MessageView[]> {
    let after: MessagePlace | null = null;
    for (;;) {
      const page: readonly MessageView[] = await this.pages.following(chatId, after, range, PAGE);
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      after = page.at(-1) ?? null;
    }
  }
}
