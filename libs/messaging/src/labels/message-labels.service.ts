import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { Transactions } from '#database';
import { Clock } from '#kernel';

import { ChatLabels } from './chat-labels.service.js';
import type { Facet, LabelSource } from './label-values.js';
import { LABELS_SQL, labelsView, type LabelRow, type LabelsView } from './label-view.js';

/** What a tagger found, or why it found nothing. */
export interface FoundLabel {
  readonly messageId: string;
  readonly facet: Facet;
  readonly values: readonly string[];
  /** 0-1, one for each value. */
  readonly confidences: readonly number[];
  readonly model: string;
  /** A code; null when it was found. */
  readonly reason: string | null;
  /** When the text was read. */
  readonly at: Date;
}

/** What the operator says of a message; null takes it back, so that the next run labels it again. */
export interface LabelCorrection {
  readonly messageId: string;
  readonly facet: Facet;
  readonly values: readonly string[] | null;
}

/** A message with what is known about it. */
export interface LabelledMessageView {
  readonly id: string;
  readonly chatId: string;
  readonly externalId: string;
  readonly labels: LabelsView;
}

/** Keeps what is known about messages, and sums it up for their chats in the same transaction. */
@Injectable()
export class MessageLabels {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly chats: ChatLabels,
    private readonly clock: Clock,
  ) {}

  /** What is known about these messages, in their order; those that are gone are left out. */
  async of(messageIds: readonly string[]): Promise<readonly LabelledMessageView[]> {
    const rows = await this.dataSource.query<LabelledRow[]>(
      `SELECT messages.id, chat_id AS "chatId", external_id AS "externalId", ${LABELS_SQL}
       FROM messages WHERE messages.id = ANY($1::uuid[])`,
      [messageIds],
    );
    const found = new Map(rows.map(({ labels, ...row }) => [row.id, { ...row, labels: labelsView(labels) }]));
    return messageIds.flatMap((id) => found.get(id) ?? []);
  }

  /**
   * Writes what taggers found. The operator's word stays, and so does a label when a later try found none; a message that is gone
   * by now is passed over.
   */
  async store(found: readonly FoundLabel[]): Promise<void> {
    if (found.length === 0) return;
    await this.transactions.run((manager) => this.write(manager, found, 'model'));
  }

  /** Writes what the operator says, which no later run changes. */
  async correct(corrections: readonly LabelCorrection[]): Promise<void> {
    if (corrections.length === 0) return;
    const at = this.clock.now();
    const said = corrections.flatMap(({ values, ...one }) =>
      values === null ? [] : [{ ...one, values, confidences: values.map(() => 1), model: null, reason: null, at }],
    );
    const takenBack = corrections.filter(({ values }) => values === null);
    await this.transactions.run(async (manager) => {
      await this.write(manager, said, 'operator');
      const [rows]: [{ chat_id: string }[], number] = await manager.query(TAKE_BACK_SQL, [
        takenBack.map(({ messageId }) => messageId),
        takenBack.map(({ facet }) => facet),
      ]);
      await this.chats.rollUp(manager, [...new Set(rows.map((row) => row.chat_id))]);
    });
  }

  private async write(
    manager: EntityManager,
    labels: readonly (Omit<FoundLabel, 'model'> & { readonly model: string | null })[],
    source: LabelSource,
  ): Promise<void> {
    if (labels.length === 0) return;
    // Always in one order: two that label the same messages wait for each other, and never in a ring.
    const ordered = labels.toSorted((a, b) => (a.messageId + a.facet < b.messageId + b.facet ? -1 : 1));
    const rows = await manager.query<{ chat_id: string }[]>(WRITE_SQL, [JSON.stringify(ordered), source]);
    await this.chats.rollUp(manager, [...new Set(rows.map((row) => row.chat_id))]);
  }
}

interface LabelledRow extends Omit<LabelledMessageView, 'labels'> {
  readonly labels: readonly LabelRow[] | null;
}

/** The message's row is held meanwhile, lest it be archived or deleted between the look and the insert. */
const WRITE_SQL = `
WITH said AS (
  SELECT * FROM json_to_recordset($1::json) AS said (
    "messageId" uuid, facet text, "values" text[], confidences real[], model text, reason text, at timestamptz)
), present AS (
  SELECT id, chat_id, edited_at FROM messages WHERE id IN (SELECT "messageId" FROM said) AND revoked_at IS NULL
  ORDER BY id FOR KEY SHARE
)
INSERT INTO message_labels (message_id, facet, chat_id, "values", confidences, source, model, reason, labelled_at)
SELECT present.id, facet, present.chat_id, "values", confidences, $2, model, reason, at
FROM said JOIN present ON present.id = said."messageId" ORDER BY present.id, facet
ON CONFLICT (message_id, facet) DO UPDATE SET
  chat_id = excluded.chat_id, "values" = excluded."values", confidences = excluded.confidences, source = excluded.source,
  model = excluded.model, reason = excluded.reason, labelled_at = excluded.labelled_at
WHERE excluded.source = 'operator' OR (message_labels.source <> 'operator' AND (
  excluded.reason IS NULL OR message_labels.reason IS NOT NULL
  OR message_labels.labelled_at < (SELECT edited_at FROM present WHERE present.id = excluded.message_id)))
RETURNING chat_id`;

const TAKE_BACK_SQL = `
DELETE FROM message_labels USING unnest($1::uuid[], $2::text[]) AS gone (message_id, facet)
WHERE message_labels.message_id = gone.message_id AND message_labels.facet = gone.facet AND source = 'operator'
RETURNING chat_id`;
