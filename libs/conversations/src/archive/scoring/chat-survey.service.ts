import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { ArchiveConfig } from '#config';
import { Clock } from '#kernel';
import { FieldCipher } from '#security';

import { CHAT_WORK_SQL, type ChatWork } from '../chat-holds.js';
import { archiveScore, type ArchiveScore, type ArchiveSignals } from './archive-score.js';
import { ArchiveHints } from './archive-hints.service.js';
import { asksSomething } from './asks-something.js';

/** A chat, and what the archive would do with it. */
export interface SurveyedChat extends ArchiveScore {
  readonly chatId: string;
  readonly externalId: string;
  readonly title: string | null;
  readonly lastMessageAt: Date;
  readonly messageCount: number;
}

interface Row extends ChatWork {
  readonly id: string;
  readonly externalId: string;
  readonly title: string | null;
  readonly messageCount: number;
  readonly lastMessageAt: Date;
  readonly lastContactAt: Date | null;
  readonly restoredAt: Date | null;
  readonly takenOverUntil: Date | null;
  readonly optedOut: boolean;
  readonly labels: Readonly<Record<string, readonly string[]>> | null;
  readonly latest: readonly Latest[] | null;
}

interface Latest {
  readonly id: string;
  readonly author: string;
  readonly subjectId: string;
  /** Base64. */
  readonly body: string | null;
}

const DAY_MS = 86_400_000;

/** Looks at many chats at once, and says of each whether it may be put away and why. */
@Injectable()
export class ChatSurvey {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
    private readonly hints: ArchiveHints,
    private readonly config: ArchiveConfig,
    private readonly clock: Clock,
  ) {}

  /** Chats that the night run looks at, in the order of their ids, from the one after `after` on. */
  async candidates(after: string | null, limit: number): Promise<readonly SurveyedChat[]> {
    const now = this.clock.now().getTime();
    const [old, inactive] = [this.config.afterDays, this.config.inactiveAfterDays].map(
      (days) => new Date(now - days * DAY_MS),
    );
    const rows = await this.dataSource.query<Row[]>(
      `${SELECT_SQL} WHERE chats.id IN (${CANDIDATES_SQL}) ORDER BY chats.id`,
      [after, limit, old, inactive],
    );
    return this.judge(rows);
  }

  /** Those of the chats that have messages in the store of record. */
  async of(chatIds: readonly string[]): Promise<readonly SurveyedChat[]> {
    const rows = await this.dataSource.query<Row[]>(
      `${SELECT_SQL} WHERE chats.id = ANY($1::uuid[]) AND last_message_at IS NOT NULL ORDER BY chats.id`,
      [chatIds],
    );
    return this.judge(rows);
  }

  private async judge(rows: readonly Row[]): Promise<SurveyedChat[]> {
    const hints = await this.hints.of(rows.map(({ id }) => id));
    const questions = await this.openQuestions(rows);
    const now = this.clock.now();
    return rows.map((row) => {
      const { id, externalId, title, lastMessageAt, messageCount, labels } = row;
      const signals: ArchiveSignals = {
        ...row,
        openQuestion: questions.has(id),
        openReminders: hints.get(id)?.openReminders ?? 0,
        importance: hints.get(id)?.importance,
        relationship: hints.get(id)?.relationship,
        tags: labels?.tags ?? [],
        category: labels?.category?.[0] ?? null,
        sentiment: labels?.sentiment?.[0] ?? null,
      };
      return { chatId: id, externalId, title, lastMessageAt, messageCount, ...archiveScore(signals, this.config, now) };
    });
  }

  /** Chats in which what the contact said last, with nobody after them, is a question. */
  private async openQuestions(rows: readonly Row[]): Promise<ReadonlySet<string>> {
    const said = rows.flatMap(({ id: chatId, latest }) => {
      const answered = (latest ?? []).findIndex(({ author }) => author !== 'contact');
      const open = answered < 0 ? (latest ?? []) : (latest ?? []).slice(0, answered);
      return open.flatMap((one) => (one.body === null ? [] : [{ ...one, chatId, body: one.body }]));
    });
    const texts = await this.cipher.openAll(
      said.map(({ id, subjectId, body }) => ({
        subjectId,
        at: { table: 'messages', column: 'body', rowId: id },
        sealed: Buffer.from(body, 'base64'),
      })),
    );
    return new Set(said.filter((_, place) => asksSomething(texts[place] ?? '')).map(({ chatId }) => chatId));
  }
}

const SELECT_SQL = `
SELECT chats.id, external_id AS "externalId", coalesce(title, contacts.name) AS title, message_count AS "messageCount",
  last_message_at AS "lastMessageAt", restored_at AS "restoredAt", taken_over_until AS "takenOverUntil", opted_out_at IS NOT NULL AS "optedOut", ${CHAT_WORK_SQL},
  (SELECT sent_at FROM messages WHERE messages.chat_id = chats.id AND author = 'contact' ORDER BY sent_at DESC, messages.id DESC LIMIT 1) AS "lastContactAt",
  (SELECT json_object_agg(facet, "values") FROM chat_labels WHERE chat_labels.chat_id = chats.id) AS labels,
  (SELECT json_agg(latest) FROM (
    SELECT messages.id, author, messages.subject_id AS "subjectId", translate(encode(body, 'base64'), E'\\n', '') AS body FROM messages
    WHERE messages.chat_id = chats.id AND author <> 'system' AND revoked_at IS NULL ORDER BY sent_at DESC, messages.id DESC LIMIT 3) AS latest) AS latest
FROM chats LEFT JOIN contacts ON contacts.id = chats.contact_id`;

const CANDIDATES_SQL = `
SELECT seen.id FROM chats AS seen
WHERE ($1::uuid IS NULL OR seen.id > $1) AND seen.archived_at IS NULL AND seen.last_message_at IS NOT NULL AND seen.message_count > 0
  AND (seen.last_message_at < $3::timestamptz OR seen.last_message_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM messages WHERE messages.chat_id = seen.id AND author = 'contact' AND sent_at >= $4::timestamptz))
  AND (seen.restored_at IS NULL OR seen.restored_at < $4 OR seen.last_message_at > seen.restored_at)
  AND EXISTS (SELECT 1 FROM messages WHERE messages.chat_id = seen.id)
ORDER BY seen.id LIMIT $2`;
