import { fileTypeFromBuffer } from 'file-type';

/** What is served when nothing better is known: no program opens it by itself. */
export const UNKNOWN_TYPE = 'application/octet-stream';

const TEXT = 'text/plain; charset=utf-8';
/** So much of a text is looked at. */
const SAMPLE_BYTES = 4_096;

/** Families that a phone plays or shows: content that is something else was sent to deceive, or is broken. */
const SHOWN = ['image', 'audio', 'video'];

/** Browsers would run what is in it. */
const ACTIVE = /^(text\/html|image\/svg|application\/(xhtml|xml|javascript)|text\/(xml|javascript))/;

/** The type that content shows itself to be, for a claim; null when it cannot be what it claims. */
export async function checkedType(claim: string, content: Buffer): Promise<string | null> {
  const found = (await fileTypeFromBuffer(content))?.mime;
  const family = familyOf(claim);
  if (SHOWN.includes(family)) return found !== undefined && sameFamily(family, familyOf(found)) ? found : null;
  if (found !== undefined) return ACTIVE.test(found) ? UNKNOWN_TYPE : found;
  return isText(content) ? TEXT : UNKNOWN_TYPE;
}

/** A voice note and a film without pictures come in the same containers. */
function sameFamily(one: string, other: string): boolean {
  return one === other || (one !== 'image' && other !== 'image' && SHOWN.includes(other));
}

function familyOf(type: string): string {
  return (type.split('/')[0] ?? '').trim().toLowerCase();
}

function isText(content: Buffer): boolean {
  const sample = content.subarray(0, SAMPLE_BYTES);
  if (sample.length === 0 || sample.includes(0)) return false;
  const text = new TextDecoder().decode(sample);
  // A character may have been cut in two at the end of the sample.
  return !text.slice(0, -1).includes('\ufffd');
}
