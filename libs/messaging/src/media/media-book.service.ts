import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Clock, isId } from '#kernel';

import { ArchivedHistory } from '../history/archived-history.service.js';
import type { MediaRow } from './media-row.js';
import type { MediaState } from './media.entity.js';

/** An attachment that somebody downloads now. */
export interface PendingMedia {
  readonly messageId: string;
  readonly chatExternalId: string;
  readonly externalId: string;
  readonly subjectId: string;
  readonly claimedType: string;
  /** This try counted. */
  readonly attempts: number;
}

export interface StoredMedia {
  readonly mimeType: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: Buffer;
}

/** The rows of the attachments: what waits for its download, and what became of it. */
@Injectable()
export class MediaBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly archived: ArchivedHistory,
    private readonly clock: Clock,
  ) {}

  /** The next one that waits, taken for a try that is over by `until`: should we die, it is tried again after that. */
  async take(accountId: string, until: Date): Promise<PendingMedia | undefined> {
    const [[row]] = await this.dataSource.query<[PendingMedia[], number]>(TAKE_SQL, [
      accountId,
      this.clock.now(),
      until,
    ]);
    return row;
  }

  /** False when it waits no more: its message was deleted. */
  async stored(messageId: string, { mimeType, path, size, sha256 }: StoredMedia): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown, number]>(
      `UPDATE media SET state = 'stored', mime_type = $2, path = $3, size = $4, sha256 = $5, stored_at = $6
       WHERE message_id = $1 AND state = 'pending'
         AND NOT EXISTS (SELECT 1 FROM messages WHERE messages.id = $1 AND revoked_at IS NOT NULL)`,
      [messageId, mimeType, path, size, sha256, this.clock.now()],
    );
    return count > 0;
  }

  async skip(messageId: string, reason: string): Promise<void> {
    await this.end(messageId, 'skipped', reason);
  }

  async fail(messageId: string, reason: string): Promise<void> {
    await this.end(messageId, 'failed', reason);
  }

  async again(messageId: string, attempts: number, notBefore: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE media SET attempts = $2, not_before = $3 WHERE message_id = $1 AND state = 'pending'`,
      [messageId, Math.max(0, attempts), notBefore],
    );
  }

  /** Lets go of the attachments of messages that were deleted. Answers the paths of their files. */
  async dropRevoked(accountId: string, externalId: string): Promise<readonly string[]> {
    const [rows] = await this.dataSource.query<[{ path: string | null }[], number]>(DROP_REVOKED_SQL, [
      accountId,
      externalId,
    ]);
    return rows.flatMap(({ path }) => path ?? []);
  }

  /** Undefined when the message has none; null when there is no such message. */
  async of(messageId: string): Promise<MediaRow | undefined | null> {
    if (!isId(messageId)) return null;
    const [row] = await this.dataSource.query<(MediaRow & { readonly known: string | null })[]>(
      `SELECT media.message_id AS known, messages.id AS "messageId", media.subject_id AS "subjectId", mime_type AS "mimeType",
         path, file_name AS "fileName",
         CASE WHEN revoked_at IS NULL THEN state ELSE 'skipped' END AS state,
         CASE WHEN revoked_at IS NULL THEN reason ELSE 'revoked' END AS reason
       FROM messages LEFT JOIN media ON media.message_id = messages.id WHERE messages.id = $1`,
      [messageId],
    );
    if (!row) return (await this.archived.attachment(messageId)) ?? null;
    return row.known === null ? undefined : row;
  }

  private async end(messageId: string, state: MediaState, reason: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE media SET state = $2, reason = $3 WHERE message_id = $1 AND state = 'pending'`,
      [messageId, state, reason],
    );
  }
}

const TAKE_SQL = `
UPDATE media SET attempts = attempts + 1, not_before = $3
WHERE message_id = (
  SELECT message_id FROM media WHERE account_id = $1 AND state = 'pending' AND not_before <= $2
  ORDER BY not_before LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING message_id AS "messageId", chat_external_id AS "chatExternalId", external_id AS "externalId",
  subject_id AS "subjectId", claimed_type AS "claimedType", attempts`;

const DROP_REVOKED_SQL = `
UPDATE media SET state = 'skipped', reason = 'revoked', path = NULL, file_name = NULL, sha256 = NULL
FROM messages, media AS before
WHERE before.message_id = media.message_id AND messages.id = media.message_id
  AND media.account_id = $1 AND media.external_id = $2 AND messages.revoked_at IS NOT NULL
  AND media.reason IS DISTINCT FROM 'revoked'
RETURNING before.path`;
