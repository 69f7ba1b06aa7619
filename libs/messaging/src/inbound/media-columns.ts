import { sealField, type DataKey } from '#security';
import type { MediaInfo } from '#whatsapp';

import { mediaAddress } from '../media/media-address.js';
import type { InboundRow } from './inbound-row.js';

/** The columns of the attachments among these messages, for `INSERT_INBOUND`. */
export function mediaColumns(rows: readonly InboundRow[], keys: ReadonlyMap<string, DataKey>): unknown[][] {
  const attached = rows.flatMap((row) => (row.media && row.message.media ? [{ ...row, info: row.message.media }] : []));
  return [
    attached.map(({ id }) => id),
    attached.map(({ accountId }) => accountId),
    attached.map(({ message }) => message.chat.id),
    attached.map(({ message }) => message.id),
    attached.map(({ subjectId }) => subjectId),
    attached.map(({ media }) => media?.state),
    attached.map(({ media }) => media?.reason),
    attached.map(({ info }) => info.mimeType),
    attached.map(({ id, subjectId, info }) => sealName(id, info, keys.get(subjectId))),
    attached.map(({ info }) => info.size ?? null),
  ];
}

function sealName(id: string, { fileName }: MediaInfo, key: DataKey | undefined): Buffer | null {
  return fileName === undefined || !key ? null : sealField(key, mediaAddress(id, 'file_name'), fileName);
}
