import { authorName } from '../import/author-name.js';
import { parseBlocks } from '../import/parse-blocks.js';
import { UnreadableLines } from '../import/unreadable-lines.js';
import type { ExportedChat, ExportMessage } from './transcript.js';

const LONGEST = 90;

/**
 * How the authors of one chat are called in a text export: each by a name that only they have there, and that an import reads as it
 * is written.
 */
export class AuthorLabels {
  readonly me: string;
  /** Of the chat itself, which an iPhone names as the author of WhatsApp's own lines. */
  readonly chat: string;
  private readonly taken = new Set<string>();
  private readonly bySender = new Map<string, string>();

  constructor(
    private readonly of: ExportedChat,
    me: string,
  ) {
    this.me = this.take(readable(me) ?? 'Me');
    this.chat = readable(of.name) ?? 'WhatsApp';
  }

  /** Null for what WhatsApp itself wrote. */
  labelOf({ author, senderId, senderName, senderPhone }: ExportMessage): string | null {
    if (author === 'system') return null;
    if (author !== 'contact') return this.me;
    // In a direct chat there is one other person, under however many addresses.
    const direct = this.of.kind === 'direct';
    const sender = direct ? '' : (senderId ?? '');
    const known = this.bySender.get(sender);
    if (known !== undefined) return known;
    const name = direct ? (senderName ?? this.of.name) : (senderName ?? senderPhone ?? '');
    const label = this.take(readable(name) ?? readable(senderPhone ?? '') ?? 'Unknown');
    this.bySender.set(sender, label);
    return label;
  }

  private take(wanted: string): string {
    let label = wanted;
    for (let place = 2; this.taken.has(label.toLowerCase()); place += 1) label = `${wanted} (${place})`;
    this.taken.add(label.toLowerCase());
    return label;
  }
}

/** The name without what would end it early; undefined when nothing is left that an import would read. */
function readable(name: string): string | undefined {
  const plain = name.replace(/\s+/g, ' ').replace(/[:"“”„«»\p{Cc}]/gu, '');
  const label =
    authorName(
      Array.from(plain)
        .slice(0, LONGEST)
        .join('')
        .replace(/^[-\s]+/, ''),
    ) ?? '';
  const block = { line: 1, wall: 0, lines: [`[2024-12-31, 23:59:58] ${label}: x`] };
  const [parsed] = parseBlocks([block], new UnreadableLines());
  return label !== '' && parsed?.author === label && authorName(label) === label ? label : undefined;
}
