import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Schedule, TaskRecords } from '#agents';

const EVERY_MS = 60_000;
const AT_ONCE = 100;
const REQUESTED_BY = 'revive_archived';

/** Chats that were put away and in which something has happened since come back whole. */
@Injectable()
export class ReviveSweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tasks: TaskRecords,
  ) {}

  /** Most come back before their next turn; this finds the others. */
  @Schedule({ id: REQUESTED_BY, name: 'Bring back archived conversations that go on', everyMs: EVERY_MS })
  async sweep(): Promise<void> {
    const chats = await this.dataSource.query<{ id: string }[]>(DUE_SQL, [AT_ONCE]);
    for (const { id } of chats) {
      await this.tasks.start('conversation.unarchive', { chatId: id }, { requestedBy: REQUESTED_BY, key: id });
    }
  }
}

/** With new messages, or an edit or deletion of a message that is in the archive. What is damaged waits for the operator. */
const DUE_SQL = `
SELECT chats.id FROM chats
WHERE archived_at IS NOT NULL
  AND (EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = chats.id)
    OR EXISTS (SELECT 1 FROM early_revisions WHERE early_revisions.account_id = chats.account_id AND chat_external_id = chats.external_id))
  AND EXISTS (SELECT 1 FROM archives WHERE archives.chat_id = chats.id)
  AND NOT EXISTS (SELECT 1 FROM archives WHERE archives.chat_id = chats.id AND state = 'damaged')
ORDER BY archived_at LIMIT $1`;
