import { authorName } from './author-name.js';
import { meNotFound, noReadableMessage } from './import.errors.js';
import { IdSample } from './id-sample.js';
import type { ImportedMessage } from './imported-message.js';

/** Who wrote in a chat, and how much: what must be known before the first message is stored. */
export interface ChatSurvey {
  readonly messages: number;
  readonly authors: readonly string[];
  /** Ids of messages from all over the file: all of them when there are not too many. */
  readonly sample: IdSample;
  readonly first: Date;
  readonly last: Date;
}

/** More people than any group holds. Bounds the memory when a file is not what it seems. */
const MAX_AUTHORS = 10_000;

export async function surveyChat(batches: AsyncIterable<readonly ImportedMessage[]>): Promise<ChatSurvey> {
  const authors = new Set<string>();
  const sample = new IdSample();
  let messages = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for await (const batch of batches) {
    messages += batch.length;
    for (const { author, externalId, sentAt } of batch) {
      sample.add(externalId);
      first = Math.min(first, sentAt.getTime());
      last = Math.max(last, sentAt.getTime());
      if (author !== null && authors.size < MAX_AUTHORS) authors.add(author);
    }
  }
  if (messages === 0) throw noReadableMessage();
  return { messages, authors: [...authors], sample, first: new Date(first), last: new Date(last) };
}

/** The author that is the operator: by the exact name, else by the only one that differs in case alone. */
export function findMe(me: string, authors: readonly string[]): string {
  const wanted = authorName(me);
  const exact = authors.find((author) => author === wanted);
  if (exact !== undefined) return exact;
  const alike = authors.filter((author) => author.toLowerCase() === wanted?.toLowerCase());
  if (alike.length !== 1) throw meNotFound(authors);
  return alike[0]!;
}
