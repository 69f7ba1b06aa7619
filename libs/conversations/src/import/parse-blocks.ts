import { parseString, type Message } from 'whatsapp-chat-parser';

import type { MessageBlock } from './message-blocks.js';
import { UNREADABLE_REASONS, type UnreadableLines } from './unreadable-lines.js';

/** What the library makes of one message. */
export interface ParsedBlock {
  readonly block: MessageBlock;
  readonly author: string | null;
  readonly text: string;
}

/**
 * Put before each further line of a message and taken off again, so that the library cannot take a pasted line for the
 * beginning of another message: where messages begin has been decided for the whole file.
 */
const CONTINUATION = '\u2060';

/**
 * Has the library read some messages at once. Should it see another number of them than there are, they are read one by
 * one, and those it cannot read are reported.
 */
export function parseBlocks(blocks: readonly MessageBlock[], unreadable: UnreadableLines): ParsedBlock[] {
  const messages = parse(blocks.map(textOf).join('\n'));
  if (messages.length === blocks.length) return blocks.map((block, index) => parsed(block, messages[index]!));
  return blocks.flatMap((block) => {
    const [message, ...others] = parse(textOf(block));
    if (message && others.length === 0) return [parsed(block, message)];
    unreadable.add(block.line, UNREADABLE_REASONS.notUnderstood);
    return [];
  });
}

function parse(text: string): Message[] {
  // The library's dates go unused, so any order will do; saying one spares it the search for it. Its search for
  // attachments stays off: its pattern takes quadratic time on "<::::…", which anybody could send.
  return parseString(text, { daysFirst: true });
}

function textOf({ lines }: MessageBlock): string {
  return lines.length === 1 ? lines[0]! : lines.join(`\n${CONTINUATION}`);
}

function parsed(block: MessageBlock, { author, message }: Message): ParsedBlock {
  const text = block.lines.length === 1 ? message : message.replaceAll(`\n${CONTINUATION}`, '\n');
  return { block, author, text };
}
