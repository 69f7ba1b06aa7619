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
  const aliases = chatIds.map(aliasOf);
  const rows = await dataSource.query<{ chat: string; newest: Date }[]>(NEWEST_SQL, [
    accountId,
    chatIds,
    aliases.map(({ kind }) => kind),
    aliases.map(({ value }) => value),
  ]);
  return new Map(rows.map(({ chat, newest }) => [chat, newest]));
}

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

/** A chat may be stored under another address of its contact: a phone number for a LID, or the other way round. */
const CHATS_OF_INPUT = `
SELECT id FROM chats WHERE account_id = $1 AND external_id = input.chat
UNION ALL
SELECT chats.id FROM contact_aliases JOIN chats ON chats.account_id = $1 AND chats.contact_id = contact_aliases.contact_id
WHERE contact_aliases.account_id = $1 AND contact_aliases.kind = input.kind AND contact_aliases.value = input.value
  AND chats.kind = 'direct'`;

/** What we said ourselves says nothing of what we heard: an answer may leave before an outage is caught up on. */
export const NEWEST_SQL = `
SELECT input.chat, max(newest) AS newest
FROM unnest($2::text[], $3::text[], $4::text[]) AS input (chat, kind, value)
CROSS JOIN LATERAL (${CHATS_OF_INPUT}) AS stored
CROSS JOIN LATERAL (
  SELECT sent_at AS newest FROM messages WHERE chat_id = stored.id AND author <> 'assistant' ORDER BY sent_at DESC, id DESC LIMIT 1) AS latest
GROUP BY input.chat`;

export const UNKNOWN_SQL = `
SELECT (input.index - 1)::integer AS index
FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
  WITH ORDINALITY AS input (chat, kind, value, id, participant, index)
WHERE NOT EXISTS (
  SELECT 1 FROM (${CHATS_OF_INPUT}) AS stored
  JOIN messages ON messages.chat_id = stored.id AND external_id = input.id AND participant IN (input.participant, '')
) ORDER BY input.index`;
