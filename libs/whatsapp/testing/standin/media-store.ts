import { createHash, randomBytes } from 'node:crypto';

import type { StandInFaults } from './stand-in-faults.js';

interface StoredMedia {
  readonly data: Buffer;
  readonly missing: boolean;
}

/** The fields with which a message names its attachment. */
export interface MediaFields {
  readonly directPath: string;
  readonly filehash: string;
  readonly encFilehash: string;
  readonly mediaKey: string;
  readonly mediaKeyTimestamp: number;
}

/** WhatsApp's media servers: attachments under paths that only messages tell. Nothing is encrypted here. */
export class MediaStore {
  private readonly stored = new Map<string, StoredMedia>();

  constructor(private readonly faults: StandInFaults) {}

  put(data: Buffer, missing = false): MediaFields {
    const directPath = `/v/t62.7118-24/${randomBytes(12).toString('hex')}`;
    this.stored.set(directPath, { data, missing });
    const filehash = createHash('sha256').update(data).digest('base64');
    return {
      directPath,
      filehash,
      encFilehash: filehash,
      mediaKey: randomBytes(32).toString('base64'),
      mediaKeyTimestamp: Math.floor(Date.now() / 1_000),
    };
  }

  /** What a download gives, the faults considered; `broken` when it breaks off, undefined when nothing is there. */
  download(directPath: string): Buffer | 'broken' | undefined {
    if (this.faults.media === 'broken') return 'broken';
    if (this.faults.media === 'gone') return undefined;
    const media = this.stored.get(directPath);
    return media?.missing ? undefined : media?.data;
  }

  /** What was stored, whatever the faults say: for the recipients' side. */
  content(directPath: string): Buffer | undefined {
    return this.stored.get(directPath)?.data;
  }
}
