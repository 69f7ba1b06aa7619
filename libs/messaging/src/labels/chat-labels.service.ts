import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import type { Facet, LabelSource } from './label-values.js';
import { CHAT_LABELS_SQL, labelsView, type LabelRow, type LabelsView } from './label-view.js';
import { rollUp, type LabelledMessage } from './roll-up.js';

/** The latest messages of a chat that are summed up. */
const LATEST = 50;

/** What the operator says of a chat; null takes it back. */
export interface ChatCorrection {
  readonly chatId: string;
  readonly facet: Facet;
  readonly values: readonly string[] | null;
}

/** Sums up the labels of chats. What the operator said of a chat stays. */
@Injectable()
export class ChatLabels {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What is known of these chats; only those that exist. */
  async of(chatIds: readonly string[]): Promise<ReadonlyMap<string, LabelsView>> {
    const rows = await this.dataSource.query<{ id: string; labels: readonly LabelRow[] | null }[]>(
      `SELECT chats.id, ${CHAT_LABELS_SQL} FROM chats WHERE id = ANY($1::uuid[])`,
      [chatIds],
    );
    return new Map(rows.map(({ id, labels }) => [id, labelsView(labels)]));
  }

  /**
   * Sums up these chats from the labels of their latest messages, in the caller's transaction. What no message says any more is
   * forgotten.
   */
  async rollUp(manager: EntityManager, chatIds: readonly string[]): Promise<void> {
    if (chatIds.length === 0) return;
    await lock(manager, chatIds);
    const rows = await manager.query<(LabelledMessage & { readonly chat_id: string })[]>(LATEST_SQL, [chatIds, LATEST]);
    const byChat = new Map(chatIds.map((chatId) => [chatId, [] as LabelledMessage[]]));
    for (const row of rows) byChat.get(row.chat_id)?.push(row);
    const written = [...byChat].flatMap(([chatId, messages]) =>
      rollUp(messages).map((rolled) => ({ chatId, ...rolled })),
    );
    await this.write(manager, written, 'model');
    await manager.query(FORGET_CHAT_LABELS_SQL, [chatIds]);
  }

  /** Writes what the operator says of chats. Answers which of them were changed. */
  async correct(corrections: readonly ChatCorrection[]): Promise<ReadonlySet<string>> {
    const chatIds = [...new Set(corrections.map(({ chatId }) => chatId))];
    return this.transactions.run(async (manager) => {
      await lock(manager, chatIds);
      const said = corrections.flatMap(({ values, ...one }) =>
        values === null ? [] : [{ ...one, values, shares: values.map(() => 1) }],
      );
      const takenBack = corrections.filter(({ values }) => values === null);
      await manager.query(
        `DELETE FROM chat_labels USING unnest($1::uuid[], $2::text[]) AS gone (chat_id, facet)
         WHERE chat_labels.chat_id = gone.chat_id AND chat_labels.facet = gone.facet AND source = 'operator'`,
        [takenBack.map(({ chatId }) => chatId), takenBack.map(({ facet }) => facet)],
      );
      await this.write(manager, said, 'operator');
      if (takenBack.length > 0) await this.rollUp(manager, [...new Set(takenBack.map(({ chatId }) => chatId))]);
      return new Set(chatIds);
    });
  }

  private async write(manager: EntityManager, labels: readonly ChatLabel[], source: LabelSource): Promise<void> {
    if (labels.length === 0) return;
    // Always in one order: two that sum up the same chats wait for each other, and never in a ring.
    const ordered = labels.toSorted((a, b) => (a.chatId + a.facet < b.chatId + b.facet ? -1 : 1));
    await manager.query(WRITE_SQL, [JSON.stringify(ordered), source, this.clock.now()]);
  }
}

interface ChatLabel {
  readonly chatId: string;
  readonly facet: Facet;
  readonly values: readonly string[];
  readonly shares: readonly number[];
}

/** Two that sum up the same chat do it one after the other, and the second sees what the first has written. */
async function lock(manager: EntityManager, chatIds: readonly string[]): Promise<void> {
  await manager.query('SELECT FROM chats WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [chatIds]);
}

const LATEST_SQL = `
SELECT latest.chat_id, labels.facet, labels."values", labels.confidences, latest.author = 'contact' AS "byContact",
  labels.source = 'operator' AS "byOperator"
FROM unnest($1::uuid[]) AS asked (id)
CROSS JOIN LATERAL (
  SELECT id, chat_id, author FROM messages WHERE chat_id = asked.id ORDER BY sent_at DESC, id DESC LIMIT $2
) AS latest
JOIN message_labels AS labels ON labels.message_id = latest.id AND labels.reason IS NULL`;

const WRITE_SQL = `
INSERT INTO chat_labels (chat_id, facet, "values", shares, source, labelled_at)
SELECT chats.id, facet, "values", shares, $2, $3
FROM json_to_recordset($1::json) AS said ("chatId" uuid, facet text, "values" text[], shares real[])
JOIN chats ON chats.id = said."chatId"
ON CONFLICT (chat_id, facet) DO UPDATE SET
  "values" = excluded."values", shares = excluded.shares, source = excluded.source, labelled_at = excluded.labelled_at
WHERE chat_labels.source <> 'operator' OR excluded.source = 'operator'`;

/** Forgets what no message of these chats (`$1`) says. Of a chat that is in an archive, the labels are there, too. */
export const FORGET_CHAT_LABELS_SQL = `
DELETE FROM chat_labels USING chats
WHERE chats.id = chat_labels.chat_id AND chats.id = ANY($1::uuid[]) AND chats.archived_at IS NULL AND chat_labels.source = 'model'
  AND NOT EXISTS (
    SELECT FROM message_labels AS said
    WHERE said.chat_id = chat_labels.chat_id AND said.facet = chat_labels.facet AND said.reason IS NULL)`;
