import { Injectable } from '@nestjs/common';

import { Clock } from '#kernel';
import { DataKeys, FieldCipher, openContent, sealContent } from '#security';

import { MediaBook, type PendingMedia } from './media-book.service.js';
import type { MediaRow } from './media-row.js';
import { mediaErased, mediaMissing, mediaNotKept, mediaNotReady, noMedia, noMessage } from './media.errors.js';
import { mediaAddress } from './media-address.js';
import { MediaFiles } from './media-files.service.js';

/** An attachment, opened. */
export interface OpenMedia {
  readonly content: Buffer;
  /** What its content shows it to be. */
  readonly mimeType: string;
  readonly fileName: string | null;
}

/** Puts attachments away under the key of whoever they belong to, and opens them: without the key a file is nothing. */
@Injectable()
export class MediaVault {
  constructor(
    private readonly book: MediaBook,
    private readonly files: MediaFiles,
    private readonly keys: DataKeys,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** The path of its file. */
  async put({ messageId, subjectId }: PendingMedia, content: Buffer): Promise<string> {
    const key = (await this.keys.find([subjectId])).get(subjectId);
    if (!key) throw mediaErased();
    return this.files.write(messageId, this.clock.now(), sealContent(key, mediaAddress(messageId, 'content'), content));
  }

  /** Throws `message.not-found`, `media.none`, `media.not-ready`, `media.not-kept`, `media.missing` or `media.erased`. */
  async open(messageId: string): Promise<OpenMedia> {
    const row = await this.book.of(messageId);
    if (row === null) throw noMessage();
    if (row === undefined) throw noMedia();
    if (row.state === 'pending') throw mediaNotReady();
    if (row.state !== 'stored' || row.path === null) throw mediaNotKept(row.reason);
    const key = (await this.keys.find([row.subjectId])).get(row.subjectId);
    if (!key) throw mediaErased();
    const sealed = await this.files.read(row.path);
    if (!sealed) throw mediaMissing();
    return {
      content: openContent(key, mediaAddress(messageId, 'content'), sealed),
      mimeType: row.mimeType ?? 'application/octet-stream',
      fileName: await this.nameOf(row),
    };
  }

  async destroy(path: string): Promise<void> {
    await this.files.remove(path);
  }

  private async nameOf({ messageId, subjectId, fileName }: MediaRow): Promise<string | null> {
    if (fileName === null || typeof fileName === 'string') return fileName;
    return this.cipher.open(subjectId, mediaAddress(messageId, 'file_name'), fileName);
  }
}
