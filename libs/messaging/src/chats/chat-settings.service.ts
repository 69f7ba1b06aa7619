import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { ReplyMode } from './chat.entity.js';

/** What the operator may set in a chat. What is left out stays as it is; null goes back to the default. */
export interface ChatSettings {
  readonly replyMode?: ReplyMode | null;
  readonly allowed?: boolean | null;
  /** Null hands the chat back to us; a time keeps it with the owner until then. */
  readonly takenOverUntil?: Date | null;
}

/** Writes the operator's settings of a chat. */
@Injectable()
export class ChatSettingsService {
  constructor(private readonly dataSource: DataSource) {}

  async change(chatId: string, { replyMode, allowed, takenOverUntil }: ChatSettings): Promise<void> {
    await this.dataSource.query(
      `UPDATE chats SET
         reply_mode = CASE WHEN $2 THEN $3 ELSE reply_mode END,
         allowed = CASE WHEN $4 THEN $5::boolean ELSE allowed END,
         taken_over_until = CASE WHEN $6 THEN $7::timestamptz ELSE taken_over_until END
       WHERE id = $1`,
      [
        chatId,
        replyMode !== undefined,
        replyMode ?? null,
        allowed !== undefined,
        allowed ?? null,
        takenOverUntil !== undefined,
        takenOverUntil ?? null,
      ],
    );
  }
}
