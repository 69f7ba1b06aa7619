import type { FieldAddress } from '#security';

import type { ArchiveCodec } from './archive-codec.js';

/** Which piece of which archive some bytes are. They open in this place only. */
export interface SegmentAddress {
  readonly archiveId: string;
  /** 0 for the oldest. */
  readonly place: number;
  /** Whose key seals what is nobody's own words: that of the chat. */
  readonly subjectId: string;
  readonly codec: ArchiveCodec;
}

export function rowsAddress({ archiveId, place, codec }: SegmentAddress): FieldAddress {
  return { table: 'archive_segments', column: 'rows', rowId: `${archiveId}/${place}/${codec}` };
}

export function textsAddress({ archiveId, place, codec }: SegmentAddress, subjectId: string): FieldAddress {
  return { table: 'archive_segments', column: 'texts', rowId: `${archiveId}/${place}/${codec}/${subjectId}` };
}
