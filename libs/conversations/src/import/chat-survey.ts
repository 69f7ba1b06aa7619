import { authorName } from './author-name.js';
import { meNotFound, noReadableMessage } from './import.errors.js';
import type { ImportedMessage } from './imported-message.js';

/** Who wrote in a chat, and how much: what must be known before the first message is stored. */
export interface ChatSurvey {
  readonly messages: number;
  readonly authors: readonly string[];
}

/** More people than any group holds. Bounds the memory when a file is not what it seems. */
const MAX_AUTHORS = 10_000;

export async function surveyChat(batches: AsyncIterable<readonly ImportedMessage[]>): Promise<ChatSurvey> {
  const authors = new Set<string>();
  let messages = 0;
  for await (const batch of batches) {
    messages += batch.length;
    for (const { author } of batch) if (author !== null && authors.size < MAX_AUTHORS) authors.add(author);
  }
  if (messages === 0) throw noReadableMessage();
  return { messages, authors: [...authors] };
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
