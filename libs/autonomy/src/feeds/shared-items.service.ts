import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What was shared where. */
@Injectable()
export class SharedItems {
  /** In the transaction that hands the words over. An item that the operator has taken away by then needs no note. */
  async note(manager: EntityManager, chatId: string, itemId: string, now: Date): Promise<void> {
    await manager.query(NOTE_SQL, [chatId, itemId, now]);
  }
}

const NOTE_SQL = `
INSERT INTO autonomy_shared_items (chat_id, item_id, shared_at)
SELECT $1, id, $3 FROM autonomy_feed_items WHERE id = $2 FOR KEY SHARE
ON CONFLICT DO NOTHING`;
