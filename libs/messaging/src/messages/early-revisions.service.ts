import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Statements, type Statement } from '#database';
import { Clock, newId } from '#kernel';
import { DataKeys, FieldCipher, type FieldAddress } from '#security';
import { chatKindOf } from '#whatsapp';

/** An edit (`text`) or a deletion (`revokedAt`) of a message that had not come. */
export interface EarlyRevision {
  readonly id: string;
  readonly accountId: string;
  readonly chatId: string;
  readonly messageId: string;
  readonly text: string | null;
  readonly editedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** What comes before its message: kept, handed out when the message is there, and destroyed when it waited in vain. */
@Injectable()
export class EarlyRevisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: Statements,
    private readonly cipher: FieldCipher,
    private readonly keys: DataKeys,
    private readonly clock: Clock,
  ) {}

  /** Keeps it in the caller's transaction. The newest edit wins, and a deletion over every edit. */
  async note(manager: EntityManager, revision: Omit<EarlyRevision, 'id'>): Promise<void> {
    const { accountId, chatId, messageId, text, editedAt, revokedAt } = revision;
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO early_revisions (id, account_id, chat_external_id, external_id, edited_at, revoked_at, noted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT early_revisions_message_unique DO UPDATE SET
         body = NULL, edited_at = excluded.edited_at, revoked_at = excluded.revoked_at
       WHERE early_revisions.revoked_at IS NULL
         AND (excluded.revoked_at IS NOT NULL OR early_revisions.edited_at < excluded.edited_at)
       RETURNING id`,
      [newId(), accountId, chatId, messageId, editedAt, revokedAt, this.clock.now()],
    );
    const [row] = rows;
    if (!row || text === null) return;
    const body = await this.cipher.seal(row.id, addressOf(row.id), text, manager);
    await manager.query('UPDATE early_revisions SET body = $2 WHERE id = $1', [row.id, body]);
  }

  /** What waits for these messages of an account. Nothing to ask the cipher for in nearly every case. */
  async waitingFor(accountId: string, messageIds: readonly string[]): Promise<readonly EarlyRevision[]> {
    return this.open(await this.statements.run<Row>(WAITING, [accountId, messageIds]));
  }

  /** The oldest ones that wait. */
  async oldest(limit: number): Promise<readonly EarlyRevision[]> {
    return this.open(
      await this.dataSource.query<Row[]>(`${SELECT_SQL} FROM early_revisions ORDER BY noted_at LIMIT $1`, [limit]),
    );
  }

  /** Destroys them and their keys: they have done their work. */
  async forget(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.dataSource.query('DELETE FROM early_revisions WHERE id = ANY($1::uuid[])', [ids]);
    for (const id of ids) await this.keys.erase(id);
  }

  /** Destroys those noted before `time`. */
  async forgetBefore(time: Date): Promise<void> {
    const rows = await this.dataSource.query<{ id: string }[]>('SELECT id FROM early_revisions WHERE noted_at < $1', [
      time,
    ]);
    await this.forget(rows.map(({ id }) => id));
  }

  private async open(rows: readonly Row[]): Promise<EarlyRevision[]> {
    const sealed = rows.flatMap(({ id, body }) => (body ? { subjectId: id, at: addressOf(id), sealed: body } : []));
    const texts = (sealed.length > 0 ? await this.cipher.openAll(sealed) : []).values();
    return rows.map(({ body, ...row }) => ({ ...row, text: body ? (texts.next().value ?? null) : null }));
  }
}

/** Whether a revision that names one chat may be meant for a message of another: two addresses of a direct chat. */
export function sameTalk(one: string, other: string): boolean {
  return one === other || (chatKindOf(one) === 'direct' && chatKindOf(other) === 'direct');
}

interface Row extends Omit<EarlyRevision, 'text'> {
  readonly body: Buffer | null;
}

const SELECT_SQL = `
SELECT id, account_id AS "accountId", chat_external_id AS "chatId", external_id AS "messageId", body,
  edited_at AS "editedAt", revoked_at AS "revokedAt"`;

const WAITING: Statement = {
  name: 'early-revisions.waiting',
  text: `${SELECT_SQL} FROM early_revisions WHERE account_id = $1 AND external_id = ANY($2::text[])`,
};

function addressOf(id: string): FieldAddress {
  return { table: 'early_revisions', column: 'body', rowId: id };
}
