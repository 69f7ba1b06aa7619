import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock } from '#kernel';
import { FieldCipher } from '#security';

import { openBodies, type SealedBody } from '../messages/open-bodies.js';
import { FACETS, type Facet } from './label-values.js';

/** The reason of a message that has nothing to be told by, now and later. */
export const NOTHING_TO_READ = 'nothing-to-read';

/** Which messages a run is about. */
export interface UnlabelledQuery {
  readonly facets: readonly Facet[];
  /** Null: of all chats. */
  readonly chatIds: readonly string[] | null;
  /** Only what was sent from then on; null: everything. */
  readonly since: Date | null;
  /** What could not be told before this is tried once more; what was tried after it is not. */
  readonly triedBefore: Date;
}

/** A message to be labelled. */
export interface MessageToLabel {
  readonly id: string;
  readonly chatId: string;
  /** Null when there is none, and when its contact was erased. */
  readonly text: string | null;
  /** The facets that it lacks. */
  readonly missing: readonly Facet[];
  /** When the text was read. */
  readonly readAt: Date;
}

/** Finds what is not labelled yet, or no longer: what was edited since. System lines and deleted messages are nothing to label. */
@Injectable()
export class UnlabelledMessages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** The next ones, those that were stored last first. `before` is the last id of the page before. */
  async next(query: UnlabelledQuery, before: string | null, limit: number): Promise<readonly MessageToLabel[]> {
    const readAt = this.clock.now();
    const rows = await this.dataSource.query<LackingRow[]>(
      `SELECT messages.id, chat_id AS "chatId", subject_id AS "subjectId", body, ${LABELLED_SQL} AS labelled
       FROM messages WHERE ${LACKING_SQL} AND ($5::uuid IS NULL OR messages.id < $5) ORDER BY messages.id DESC LIMIT $6`,
      [...parametersOf(query), before, limit],
    );
    return this.open(rows, query.facets, readAt);
  }

  /**
   * How many there are: those that lack the facet that most lack. Not among them are the few that lack only another one, and those
   * that were edited since; to know them, too, costs a look at each message there is.
   */
  async count(query: UnlabelledQuery): Promise<number> {
    let most = 0;
    for (const facet of query.facets) {
      const [row] = await this.dataSource.query<{ count: number }[]>(
        COUNT_SQL,
        parametersOf({ ...query, facets: [facet] }),
      );
      most = Math.max(most, row?.count ?? 0);
    }
    return most;
  }

  /** These messages, labelled or not, with every facet to be told. What is gone is left out. */
  async these(messageIds: readonly string[]): Promise<readonly MessageToLabel[]> {
    const readAt = this.clock.now();
    const rows = await this.dataSource.query<LackingRow[]>(
      `SELECT id, chat_id AS "chatId", subject_id AS "subjectId", body, NULL AS labelled FROM messages WHERE id = ANY($1::uuid[])`,
      [messageIds],
    );
    return this.open(rows, FACETS, readAt);
  }

  private async open(rows: readonly LackingRow[], facets: readonly Facet[], readAt: Date): Promise<MessageToLabel[]> {
    const texts = await openBodies(this.cipher, rows);
    return rows.map(({ id, chatId, labelled }, index) => ({
      id,
      chatId,
      text: texts[index] ?? null,
      missing: facets.filter((facet) => !labelled?.includes(facet)),
      readAt,
    }));
  }
}

interface LackingRow extends SealedBody {
  readonly chatId: string;
  readonly labelled: readonly Facet[] | null;
}

function parametersOf({ facets, chatIds, since, triedBefore }: UnlabelledQuery): unknown[] {
  return [facets, chatIds, since, triedBefore];
}

/** The facets of a message that need nothing more. */
const LABELLED_SQL = `
(SELECT array_agg(facet) FROM message_labels AS labels
  WHERE labels.message_id = messages.id AND labels.facet = ANY($1::text[]) AND (labels.source = 'operator' OR (
    (messages.edited_at IS NULL OR labels.labelled_at >= messages.edited_at)
    AND (labels.reason IS NULL OR labels.reason = '${NOTHING_TO_READ}' OR labels.labelled_at >= $4))))`;

const ELIGIBLE_SQL = `
messages.body IS NOT NULL AND messages.author <> 'system' AND messages.revoked_at IS NULL
  AND ($2::uuid[] IS NULL OR messages.chat_id = ANY($2)) AND ($3::timestamptz IS NULL OR messages.sent_at >= $3)`;

const LACKING_SQL = `${ELIGIBLE_SQL}
  AND coalesce(cardinality(${LABELLED_SQL}), 0) < cardinality($1::text[])`;

/** Written so that Postgres reads both tables once instead of looking up each message. */
const COUNT_SQL = `
SELECT count(*)::integer AS count FROM messages WHERE ${ELIGIBLE_SQL} AND NOT EXISTS (
  SELECT 1 FROM message_labels AS labels WHERE labels.message_id = messages.id AND labels.facet = ANY($1::text[])
    AND (labels.source = 'operator' OR labels.reason IS NULL OR labels.reason = '${NOTHING_TO_READ}' OR labels.labelled_at >= $4))`;
