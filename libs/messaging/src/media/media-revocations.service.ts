import { Injectable } from '@nestjs/common';

import { cleanText } from '#kernel';

import { MediaBook } from './media-book.service.js';
import { MediaFiles } from './media-files.service.js';

/** What a sender deletes is gone here, too. */
@Injectable()
export class MediaRevocations {
  constructor(
    private readonly book: MediaBook,
    private readonly files: MediaFiles,
  ) {}

  /** Destroys the attachments of a message that is marked as deleted. */
  async forget(accountId: string, externalId: string): Promise<void> {
    for (const path of await this.book.dropRevoked(accountId, cleanText(externalId))) await this.files.remove(path);
  }
}
