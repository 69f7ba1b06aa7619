import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { AccountMemory, MessageRef } from '#whatsapp';

import { aliasOf } from '../contacts/aliases.js';

/** What the store of record knows of each account, for its adapter to find out what it missed. */
@Injectable()
export class AccountMemories {
  constructor(private readonly dataSource: DataSource) {}

  async of(accountId: string): Promise<AccountMemory> {
    const { dataSource } = this;
    const [row] = await dataSource.query<{ created_at: Date }[]>('SELECT created_at FROM accounts WHERE id = $1', [
      accountId,
    ]);
    return {
      since: row?.created_at ?? new Date(),
      newestIn: (chatIds) => newestIn(dataSource, accountId, chatIds),
      unknownOf: (messages) => unknownOf(dataSource, accountId, messages),
    };
  }
}

async function newestIn(
  dataSource: DataSource,
  accountId: string,
  chatIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await dataSource.query<{ external_id: string; newest: Date }[]>(
    `SELECT external_id, newest FROM chats
     CROSS JOIN LATERAL (SELECT sent_at AS newest FROM messages WHERE chat_id = chats.id ORDER BY sent_at DESC, id DESC LIMIT 1) AS latest
     WHERE account_id = $1 AND external_id = ANY($2::text[])`,
    [accountId, chatIds],
  );
  return new Map(rows.map((row) => [row.external_id, row.newest]));
}

/** A chat may be stored under another address of its contact: a phone number for a LID, or the other way round. */
async function unknownOf<T extends MessageRef>(
  dataSource: DataSource,
  accountId: string,
  messages: readonly T[],
): Promise<readonly T[]> {
  const aliases = messages.map(({ chatId }) => aliasOf(chatId));
  const rows = await dataSource.query<{ index: number }[]>(UNKNOWN_SQL, [
    accountId,
    messages.map(({ chatId }) => chatId),
    aliases.map(({ kind }) => kind),
    aliases.map(({ value }) => value),
    messages.map(({ id }) => id),
    messages.map(({ participant }) => participant),
  ]);
  return rows.flatMap(({ index }) => messages.slice(index, index + 1));
}

const UNKNOWN_SQL = `
SELECT (input.index - 1)::integer AS index
FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
  WITH ORDINALITY AS input (chat, kind, value, id, participant, index)
WHERE NOT EXISTS (
  SELECT 1 FROM messages WHERE external_id = input.id AND participant IN (input.participant, '') AND chat_id IN (
    SELECT id FROM chats WHERE account_id = $1 AND external_id = input.chat
    UNION ALL
    SELECT chats.id FROM chats JOIN contact_aliases ON contact_aliases.contact_id = chats.contact_id
    WHERE contact_aliases.account_id = $1 AND contact_aliases.kind = input.kind AND contact_aliases.value = input.value
      AND chats.kind = 'direct'
  )
) ORDER BY input.index`;
