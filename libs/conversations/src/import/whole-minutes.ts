import type { ImportedMessage } from './imported-message.js';

const BATCH_MESSAGES = 1_000;
/** No chat has more in a minute; a file that is not what it seems must not fill the memory. */
const MOST_MESSAGES = 5_000;
const MINUTE_MS = 60_000;

/** Batches of about a thousand messages that begin with another minute: what repeats within one is counted in one batch. */
export async function* wholeMinutes(
  chunks: AsyncIterable<readonly ImportedMessage[]>,
): AsyncGenerator<readonly ImportedMessage[]> {
  let batch: ImportedMessage[] = [];
  for await (const chunk of chunks) {
    for (const message of chunk) {
      const last = batch.at(-1);
      const isFull = batch.length >= BATCH_MESSAGES && (!last || minuteOf(last) !== minuteOf(message));
      if (isFull || batch.length >= MOST_MESSAGES) {
        yield batch;
        batch = [];
      }
      batch.push(message);
    }
  }
  if (batch.length > 0) yield batch;
}

function minuteOf({ sentAt }: ImportedMessage): number {
  return Math.floor(sentAt.getTime() / MINUTE_MS);
}
