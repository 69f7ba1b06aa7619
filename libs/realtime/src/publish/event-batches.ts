/** Postgres takes notifications of up to 7,999 bytes. */
const NOTIFICATION_BYTES = 7_999;
/** The brackets of the array. */
const FRAME_BYTES = 2;

/** The most one event may have, as JSON in UTF-8. */
export const EVENT_BYTES = NOTIFICATION_BYTES - FRAME_BYTES;

/**
 * Takes as many of `texts` (events as JSON, none above `EVENT_BYTES`) off its beginning as one notification holds, at least one: a JSON
 * array of them.
 */
export function takeBatch(texts: string[]): string {
  let bytes = FRAME_BYTES - 1;
  const tooMany = texts.findIndex((text) => (bytes += Buffer.byteLength(text) + 1) > NOTIFICATION_BYTES);
  return `[${texts.splice(0, tooMany < 0 ? texts.length : Math.max(1, tooMany)).join(',')}]`;
}
