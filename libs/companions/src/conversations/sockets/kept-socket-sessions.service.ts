import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { cleanText, Clock } from '#kernel';
import { SocketSessions } from '#realtime';

/** Keeps in the database which conversations sockets had joined: a client comes back to any process. */
@Injectable()
export class KeptSocketSessions extends SocketSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async keep(id: string, { contactId, chatIds }: Parameters<SocketSessions['keep']>[1]): Promise<void> {
    await this.dataSource.query(KEEP_SQL, [id, contactId, chatIds, this.clock.now()]);
  }

  async renew(ids: readonly string[]): Promise<void> {
    await this.dataSource.query('UPDATE socket_sessions SET seen_at = $2 WHERE id = ANY($1::text[])', [
      ids,
      this.clock.now(),
    ]);
  }

  async chatsOf(id: string, contactId: string): Promise<readonly string[]> {
    // The id comes from the client: what Postgres cannot hold is nobody's.
    if (cleanText(id) !== id) return [];
    const [row] = await this.dataSource.query<{ chatIds: string[] }[]>(READ_SQL, [id, contactId]);
    return row?.chatIds ?? [];
  }
}

/** The person whom `placeholder` names, also by the id of before a merge: a socket learns of that only when its token is looked at again. */
const personSql = (placeholder: string): string =>
  `coalesce((SELECT merged_into FROM contacts WHERE id = ${placeholder}::uuid), ${placeholder}::uuid)`;

/** Nobody takes over the id of another person's socket. */
const KEEP_SQL = `
INSERT INTO socket_sessions AS kept (id, contact_id, chat_ids, seen_at) VALUES ($1, ${personSql('$2')}, $3, $4)
ON CONFLICT (id) DO UPDATE SET chat_ids = excluded.chat_ids, seen_at = excluded.seen_at
WHERE kept.contact_id = excluded.contact_id`;

const READ_SQL = `SELECT chat_ids AS "chatIds" FROM socket_sessions WHERE id = $1 AND contact_id = ${personSql('$2')}`;
