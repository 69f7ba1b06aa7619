import type { MediaState } from './media.entity.js';

/** An attachment as it is in its row. */
export interface MediaRow {
  readonly messageId: string;
  readonly subjectId: string;
  readonly state: MediaState;
  readonly reason: string | null;
  readonly mimeType: string | null;
  readonly path: string | null;
  /** Sealed; as it is out of an archive, which was sealed as a whole. */
  readonly fileName: Buffer | string | null;
}
