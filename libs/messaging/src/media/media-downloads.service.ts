import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { MediaConfig } from '#config';
import { AppError, Clock } from '#kernel';
import { Logger } from '#telemetry';
import { isConnected, type MediaContent, type WhatsAppPort } from '#whatsapp';

import type { Ownership } from '../outbox/ownership.js';
import { checkedType } from './checked-type.js';
import { MediaBook, type PendingMedia } from './media-book.service.js';
import { MediaVault } from './media-vault.service.js';
import { raceAbort } from './race-abort.js';

/** So many at a time: each is in memory as a whole. */
const AT_ONCE = 2;
const MAX_TRIES = 5;
const FIRST_PAUSE_MS = 5_000;
const PAUSE_FACTOR = 6;
/** A download that says nothing for so long is given up for now. */
const LIMIT_MS = 120_000;
const MIB = 1_048_576;

/** Downloads what waits for it, each attachment once, and puts it away sealed. */
@Injectable()
export class MediaDownloads {
  constructor(
    private readonly book: MediaBook,
    private readonly vault: MediaVault,
    private readonly config: MediaConfig,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Until nothing waits any more, the connection or the lease is lost, or `signal` aborts. */
  async downloadAll(port: WhatsAppPort, owner: Ownership, signal: AbortSignal): Promise<void> {
    const work = async (): Promise<void> => {
      while (!signal.aborted && owner.isHeld() && canDownload(port)) {
        const media = await this.book.take(owner.accountId, new Date(this.clock.now().getTime() + LIMIT_MS));
        if (!media) return;
        await this.download(port, media, signal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  private async download(port: WhatsAppPort, media: PendingMedia, signal: AbortSignal): Promise<void> {
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
      const content = await raceAbort(port.downloadMedia(media.chatExternalId, media.externalId), limit);
      await this.keep(media, content);
    } catch (error) {
      await this.failed(media, error, signal.aborted || isAway(error));
    }
  }

  private async keep(media: PendingMedia, content: MediaContent | null): Promise<void> {
    const refuse = (reason: string): Promise<void> => this.book.skip(media.messageId, reason);
    if (!content) return refuse('gone');
    if (content.data.length > this.config.maxMb * MIB) return refuse('too-large');
    const mimeType = await checkedType(media.claimedType, content.data);
    if (mimeType === null) return refuse('wrong-type');
    const path = await this.vault.put(media, content.data);
    const stored = await this.book.stored(media.messageId, {
      ...{ mimeType, path, size: content.data.length },
      sha256: createHash('sha256').update(content.data).digest(),
    });
    // It was deleted meanwhile.
    if (!stored) await this.vault.destroy(path);
  }

  private async failed(media: PendingMedia, error: unknown, isInterrupted: boolean): Promise<void> {
    const { messageId, attempts } = media;
    const now = this.clock.now().getTime();
    // Not its fault: the session ends, or the phone is away for now.
    if (isInterrupted) return this.book.again(messageId, attempts - 1, new Date(now + FIRST_PAUSE_MS));
    this.logger.warn({ err: error, messageId, attempts }, 'an attachment could not be downloaded');
    if (attempts >= MAX_TRIES) return this.book.fail(messageId, 'download-failed');
    const pause = FIRST_PAUSE_MS * PAUSE_FACTOR ** (attempts - 1);
    return this.book.again(messageId, attempts, new Date(now + pause));
  }
}

function canDownload(port: WhatsAppPort): boolean {
  return port.capabilities.media && isConnected(port.status());
}

function isAway(error: unknown): boolean {
  return error instanceof AppError && error.code === 'whatsapp.not-connected';
}
