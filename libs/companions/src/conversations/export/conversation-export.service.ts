import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';
import type { Viewer } from '#security';

import { ConversationDesk } from '../conversation-desk.service.js';
import { ConversationTalk } from '../conversation-talk.service.js';
import { toConversationDto } from '../rest/conversation-answer.dto.js';

const PAGE = 200;
/** Says how the file is to be read. */
const FORMAT = 'secretary-conversation/1';

/** Everything of a conversation as one JSON document, page by page: however long it is, little of it is in memory. */
@Injectable()
export class ConversationExport {
  constructor(
    private readonly desk: ConversationDesk,
    private readonly talk: ConversationTalk,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `conversation.not-found`, before the first piece */
  async open(viewer: Viewer, id: string): Promise<AsyncIterable<string>> {
    const conversation = toConversationDto(await this.desk.find(viewer, id));
    const head = { format: FORMAT, exportedAt: this.clock.now(), conversation };
    return this.written(viewer, id, JSON.stringify(head));
  }

  /** The latest message first, as the API lists them. */
  private async *written(viewer: Viewer, id: string, head: string): AsyncGenerator<string> {
    yield `${head.slice(0, -1)},"messages":[`;
    let between = '';
    let cursor: string | undefined;
    do {
      const page = await this.talk.list(viewer, id, { limit: PAGE, ...(cursor !== undefined && { cursor }) });
      for (const message of page.items) {
        yield between + JSON.stringify(message);
        between = ',';
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    yield ']}';
  }
}
