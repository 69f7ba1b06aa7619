import { createHash } from 'node:crypto';

import { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { AccountStatuses, HistoryWriter, type HistoricMessage } from '#messaging';
import { FieldCipher, type FieldAddress } from '#security';
import { createTestDatabase, type TestDatabase } from '#testing';
import { TestApp } from '#testing/app';

const NASTY = [
  'See you at the café at 5, don’t be late',
  '👩‍👩‍👧‍👦❤️‍🔥',
  'مرحبا بك \u202eالعالم',
  '中文消息，今天下午三点见面',
  'a\u0301\u0301\u0301 zalgo',
  'replaced \ufffd surrogate',
  '   ',
  'line\r\nbreak\tand\u0001control',
  '\\x00 \'quoted\' "twice" ; DROP TABLE messages; --',
];
const WORDS = 'invoice meeting tomorrow please call garden window coffee blue train ticket doctor maybe never'.split(
  ' ',
);

/** The application on a database of its own, with chats to be put away. */
export class ArchiveStage {
  private constructor(
    private readonly database: TestDatabase,
    public app: TestApp,
    readonly accountId: string,
  ) {}

  static async open(env: Readonly<Record<string, string>> = {}): Promise<ArchiveStage> {
    const database = await createTestDatabase();
    const app = await TestApp.start({ databaseUrl: database.url, env });
    const accountId = await app.app.get(AccountStatuses, { strict: false }).ensure('default', 'simulator');
    return new ArchiveStage(database, app, accountId);
  }

  /** Ends the application and leaves its database to others, then goes on with another one. */
  async whileStopped(work: (databaseUrl: string) => Promise<void>): Promise<void> {
    await this.app.stop();
    await work(this.database.url);
    this.app = await TestApp.start({ databaseUrl: this.database.url });
  }

  part<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.app.get(type, { strict: false });
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.part(DataSource).query<T[]>(sql, parameters);
  }

  /** The only row. */
  async row<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    const rows = await this.rows<T>(sql, parameters);
    if (rows.length !== 1) throw new Error(`${rows.length} rows instead of one`);
    return rows[0] as T;
  }

  /** A chat with as many messages, a minute apart, the last one sent at `last`. A group when `people` is more than one. What was put away stays there. */
  async chat(
    externalId: string,
    messages: number,
    { people = 1, last = new Date('2025-03-01T10:00:00.123Z') }: { people?: number; last?: Date } = {},
  ): Promise<string> {
    const history = this.part(HistoryWriter);
    const kind = people > 1 ? 'group' : 'direct';
    const [known] = await this.rows<{ chatId: string }>('SELECT id AS "chatId" FROM chats WHERE external_id = $1', [
      externalId,
    ]);
    const { chatId } = known ?? (await history.openChat(this.accountId, { externalId, kind, name: 'Test' }));
    for (let from = 0; from < messages; from += 2_000) {
      const batch = Array.from({ length: Math.min(2_000, messages - from) }, (_, at): HistoricMessage => {
        const place = from + at;
        const person = people > 1 ? `3460000${String(place % people).padStart(4, '0')}@c.us` : externalId;
        const fromMe = place % 3 === 2;
        return {
          externalId: `3EB0${createHash('sha256').update(`${externalId}${place}`).digest('hex').slice(0, 18).toUpperCase()}`,
          sender: { externalId: person },
          fromMe,
          kind: 'text',
          text: textOf(place),
          sentAt: new Date(last.getTime() - (messages - 1 - place) * 60_000),
          ...(place % 50 === 7 && { editedAt: new Date(last.getTime() - place) }),
        };
      });
      await history.write(chatId, batch);
    }
    return chatId;
  }

  /** The contact of a direct chat says something, which is never answered. */
  async ask(chatId: string, externalId: string, text: string, sentAt: Date): Promise<void> {
    const message = { externalId: newId(), sender: { externalId }, fromMe: false, kind: 'text', text, sentAt } as const;
    await this.part(HistoryWriter).write(chatId, [message]);
  }

  /** Gives some of the chat's messages everything that a message may have. */
  async decorate(chatId: string): Promise<void> {
    await this.rows(
      `UPDATE messages SET ack = CASE WHEN author = 'owner' THEN 3 END, addressed = sent_at::text LIKE '%3:%',
         quoted_id = CASE WHEN ascii(external_id) % 3 = 0 THEN external_id END, turn_id = CASE WHEN author = 'contact' THEN gen_random_uuid() END,
         stored_at = stored_at + interval '7 microseconds', read_at = now(), participant = CASE WHEN author = 'contact' THEN 'x@lid' ELSE '' END
       WHERE chat_id = $1`,
      [chatId],
    );
    await this.rows(
      `UPDATE messages SET body = NULL, search = NULL, revoked_at = now() WHERE chat_id = $1 AND right(id::text, 1) = '0'`,
      [chatId],
    );
    const messages = await this.rows<{ id: string; external_id: string; sender_id: string | null; subject_id: string }>(
      `SELECT id, external_id, sender_id, subject_id FROM messages WHERE chat_id = $1 AND right(external_id, 1) IN ('A', '7') ORDER BY id`,
      [chatId],
    );
    const cipher = this.part(FieldCipher);
    for (const [place, message] of messages.entries()) {
      const { id, subject_id: subject } = message;
      const name = await cipher.seal(
        subject,
        { table: 'media', column: 'file_name', rowId: id },
        `photo ${place} 中.jpg`,
      );
      await this.rows(
        `INSERT INTO media (message_id, account_id, chat_external_id, external_id, subject_id, state, claimed_type, mime_type, file_name, size, sha256,
           path, not_before, stored_at) VALUES ($1, $2, 'x@c.us', $3, $4, 'stored', 'image/jpeg', 'image/jpeg', $5, 123456789012, $6, $7, now(), now())`,
        [
          id,
          this.accountId,
          message.external_id,
          subject,
          name,
          createHash('sha256').update(id).digest(),
          `2025-03/${id}`,
        ],
      );
      const reaction = newId();
      const emoji = await cipher.seal(subject, { table: 'reactions', column: 'emoji', rowId: reaction }, '👍🏽');
      await this.rows(
        `INSERT INTO reactions (id, chat_id, message_external_id, actor_id, from_me, subject_id, emoji, reacted_at)
         VALUES ($1, $2, $3, $4, false, $5, $6, now())`,
        [
          reaction,
          chatId,
          message.external_id,
          message.sender_id ?? this.accountId,
          subject,
          place % 5 === 0 ? null : emoji,
        ],
      );
      await this.rows(
        `INSERT INTO message_labels (message_id, facet, chat_id, "values", confidences, source, model, labelled_at)
         VALUES ($1, 'tags', $2, $3, $4, 'model', 'rules', now()), ($1, 'sentiment', $2, '{positive}', '{0.75}', 'operator', NULL, now())`,
        [id, chatId, ['urgent', 'question'].slice(0, place % 3), [0.5, 0.25].slice(0, place % 3)],
      );
    }
  }

  /** Everything that is stored of the chat's messages, all columns, with their texts opened: a line for each row. */
  async dump(chatId: string): Promise<string[]> {
    const ofMessage = 'IN (SELECT id FROM messages WHERE chat_id = $1)';
    return [
      ...(await this.dumpOf('messages', 'id', 'body', 'chat_id = $1', chatId)),
      ...(await this.dumpOf('media', 'message_id', 'file_name', `message_id ${ofMessage}`, chatId)),
      ...(await this.dumpOf('reactions', 'id', 'emoji', 'chat_id = $1', chatId)),
      ...(await this.dumpOf('message_labels', 'message_id', null, `message_id ${ofMessage}`, chatId)),
    ];
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }

  private async dumpOf(
    table: string,
    rowId: string,
    sealed: string | null,
    condition: string,
    chatId: string,
  ): Promise<string[]> {
    const rows = await this.rows<{ line: string; id: string; subject: string; sealed: Buffer | null }>(
      `SELECT (to_jsonb(${table}) - '${sealed ?? ''}')::text AS line, ${rowId} AS id, ${sealed ? `subject_id AS subject, ${sealed} AS sealed` : 'NULL AS sealed'}
       FROM ${table} WHERE ${condition} ORDER BY 1`,
      [chatId],
    );
    const present = rows.filter((row) => row.sealed !== null);
    const texts = await this.part(FieldCipher).openAll(
      present.map((row) => ({
        subjectId: row.subject,
        at: addressOf(table, sealed, row.id),
        sealed: row.sealed!,
      })),
    );
    const byId = new Map(present.map((row, place) => [row.id, texts[place]]));
    return rows.map((row) => `${table} ${row.line} ${JSON.stringify(byId.get(row.id) ?? null)}`);
  }
}

function addressOf(table: string, column: string | null, rowId: string): FieldAddress {
  return { table, column: column ?? '', rowId };
}

function textOf(place: number): string {
  if (place % 11 === 0) return NASTY[(place / 11) % NASTY.length] ?? '';
  if (place % 1_009 === 500) return 'long '.repeat(13_000);
  return Array.from({ length: 3 + (place % 9) }, (_, at) => WORDS[(place * 7 + at * 3) % WORDS.length]).join(' ');
}
