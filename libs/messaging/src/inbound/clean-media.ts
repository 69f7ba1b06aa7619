import { cleanText } from '#kernel';
import type { MediaInfo } from '#whatsapp';

const LONGEST_TYPE = 200;
const LONGEST_NAME = 255;

/** What a sender says of an attachment, as the tables can hold it. */
export function cleanMedia({ mimeType, fileName, size, viewOnce }: MediaInfo): MediaInfo {
  const known = size !== undefined && Number.isSafeInteger(size) && size >= 0;
  return {
    mimeType: cut(mimeType, LONGEST_TYPE) || 'application/octet-stream',
    viewOnce,
    ...(fileName !== undefined && fileName !== '' && { fileName: cut(fileName, LONGEST_NAME) }),
    ...(known && { size }),
  };
}

/** Never in the middle of a character. */
function cut(text: string, length: number): string {
  return cleanText(cleanText(text).slice(0, length));
}
