const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** The archive, the place in it, the attempt at packing it anew; and what a file is called while it is written. */
const FORM = new RegExp(`^${ID}/\\d+(?:\\.${ID})?\\.(?:brotli|none)(?:\\.${ID}\\.part)?$`);

/** Does a key look like one of a payload? In a folder or a bucket there may be other things. */
export function isPayloadKey(key: string): boolean {
  return FORM.test(key);
}
