import { authorName } from './author-name.js';
import type { ExportLayout } from './export-layout.js';
import type { ExportLine } from './export-line.js';
import type { ImportedMessage } from './imported-message.js';
import { MessageBlocks, type MessageBlock } from './message-blocks.js';
import { kindOfNotice, readContent, type MessageContent } from './message-content.js';
import { MessageIdentity } from './message-identity.js';
import { parseBlocks, type ParsedBlock } from './parse-blocks.js';
import type { UnreadableLines } from './unreadable-lines.js';
import { ZoneClock } from './zone-clock.js';

export interface ReadOptions {
  readonly layout: ExportLayout;
  /** IANA zone in which the phone that exported shows its times. */
  readonly zone: string;
  /** Lines that the library gets at once. What is read does not depend on it. */
  readonly chunkLines?: number;
}

const CHUNK_LINES = 2_000;
const CHUNK_CHARACTERS = 2_097_152;

/**
 * Reads the messages of an export, a chunk at a time, in the order of the file. What cannot be read is added to
 * `unreadable`. Throws `import.zone-unknown`.
 */
export async function* readMessages(
  lines: AsyncIterable<readonly ExportLine[]>,
  options: ReadOptions,
  unreadable: UnreadableLines,
): AsyncGenerator<readonly ImportedMessage[]> {
  const clock = new ZoneClock(options.zone);
  const identity = new MessageIdentity();
  let index = 0;
  for await (const blocks of chunksOf(lines, options, unreadable)) {
    yield parseBlocks(blocks, unreadable).map((parsed) => {
      const message = describe(parsed, clock.instantOf(parsed.block.wall));
      return { index: index++, externalId: identity.next(message), ...message };
    });
  }
}

async function* chunksOf(
  lines: AsyncIterable<readonly ExportLine[]>,
  { layout, chunkLines = CHUNK_LINES }: ReadOptions,
  unreadable: UnreadableLines,
): AsyncGenerator<readonly MessageBlock[]> {
  const gathering = new MessageBlocks(layout, unreadable);
  let chunk: MessageBlock[] = [];
  let lineCount = 0;
  let characters = 0;
  for await (const batch of lines) {
    for (const line of batch) {
      const block = gathering.push(line);
      lineCount += 1;
      characters += line.text.length;
      if (block) chunk.push(block);
      if (!block || (lineCount < chunkLines && characters < CHUNK_CHARACTERS)) continue;
      yield chunk;
      chunk = [];
      lineCount = 0;
      characters = 0;
    }
  }
  const last = gathering.end();
  if (last) chunk.push(last);
  if (chunk.length > 0) yield chunk;
}

function describe(
  { author: rawAuthor, text }: ParsedBlock,
  sentAt: Date,
): MessageContent & { sentAt: Date; author: string | null } {
  const author = rawAuthor === null ? null : authorName(rawAuthor);
  if (author === null) {
    const notice = (rawAuthor === null ? text : `${rawAuthor}: ${text}`).replaceAll('\u200e', '');
    return { sentAt, author, kind: kindOfNotice(notice), text: notice, hasMedia: false, edited: false, deleted: false };
  }
  const content = readContent(text);
  // An iPhone names the chat or who did it as the author of a notice; a call keeps its author.
  return { sentAt, author: content.kind === 'system' ? null : author, ...content };
}
