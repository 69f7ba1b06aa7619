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

/**
 * With new messages, or an edit or deletion of a message that is in the archive: by any name of the contact, as revisions find their
 * chat. What is damaged waits for the operator.
 */
const DUE_SQL = `
WITH revised AS (
  SELECT DISTINCT account_id, chat_external_id, split_part(chat_external_id, '@', 1) AS name, split_part(chat_external_id, '@', 2) AS server
  FROM early_revisions
), named AS (
  SELECT *, CASE WHEN server IN ('c.us', 's.whatsapp.net') THEN 'pn' WHEN server IN ('lid', 'import') THEN server ELSE 'other' END AS kind
  FROM revised
), revised_chats AS (
  SELECT chats.id FROM named JOIN chats ON chats.account_id = named.account_id AND external_id = chat_external_id
  UNION
  SELECT chats.id FROM named
  JOIN contact_aliases AS alias ON alias.account_id = named.account_id AND alias.kind = named.kind
    AND value = CASE WHEN named.kind = 'other' THEN chat_external_id ELSE name END
  JOIN chats ON chats.account_id = named.account_id AND chats.contact_id = alias.contact_id AND chats.kind = 'direct'
)
SELECT chats.id FROM chats
WHERE archived_at IS NOT NULL
  AND (EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = chats.id)
    OR chats.id IN (SELECT id FROM revised_chats))
  AND EXISTS (SELECT 1 FROM archives WHERE archives.chat_id = chats.id)
  AND NOT EXISTS (SELECT 1 FROM archives WHERE archives.chat_id = chats.id AND state = 'damaged')
ORDER BY archived_at LIMIT $1`;
