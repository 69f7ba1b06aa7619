import type { MessageKind } from '#whatsapp';

import { kindOfFile } from './media-kind.js';
import { looksLikeMessageStart, readMessageStart } from './message-start.js';

/**
 * The word joiner, which nobody sees and nobody types. Our own exports put it before a line that would be taken for the beginning of
 * another message, and around a text that would be taken for words of WhatsApp. WhatsApp itself has no way to tell these apart.
 */
export const GUARD = '\u2060';

/** What stands in an export as it was written, between two guards. */
export interface Verbatim {
  readonly kind: MessageKind;
  readonly text: string;
  readonly mediaName?: string;
}

const LABELS: ReadonlySet<string> = new Set<MessageKind>([
  ...(['text', 'image', 'video', 'voice', 'audio', 'document', 'sticker'] as const),
  ...(['location', 'contact', 'poll', 'call', 'system', 'unknown'] as const),
]);
const LABEL = /^\u200e([a-z]{4,8}): (?=\u2060)/;
const ATTACHED = ' \u200e<attached: ';

/**
 * Reads `<guard>text<guard>`, perhaps with the kind before it (`\u200epoll: `) and the name of a file behind it
 * (` \u200e<attached: a.pdf>`); undefined for everything else.
 */
export function readVerbatim(written: string): Verbatim | undefined {
  const label = LABEL.exec(written);
  const guarded = label ? written.slice(label[0].length) : written;
  if (!guarded.startsWith(GUARD)) return undefined;
  const at = guarded.endsWith('>') ? guarded.lastIndexOf(ATTACHED) : -1;
  const mediaName = at < 0 ? undefined : guarded.slice(at + ATTACHED.length, -1);
  const text = at < 0 ? guarded : guarded.slice(0, at);
  if (text.length < 2 || !text.endsWith(GUARD) || !isFileName(mediaName)) return undefined;
  const fileKind = mediaName === undefined ? 'text' : (kindOfFile(mediaName) ?? 'document');
  const kind = label && LABELS.has(label[1]!) ? (label[1] as MessageKind) : fileKind;
  return { kind, text: text.slice(1, -1), ...(mediaName !== undefined && { mediaName }) };
}

/** Writes what `readVerbatim` reads. */
export function writeVerbatim({ text, mediaName }: Pick<Verbatim, 'text' | 'mediaName'>, label?: MessageKind): string {
  const file = mediaName === undefined ? '' : `${ATTACHED}${mediaName}>`;
  return `${label ? `\u200e${label}: ` : ''}${GUARD}${text}${GUARD}${file}`;
}

/** A further line of a message, so that it does not look like the beginning of one; `unguardLine` takes it back. */
export function guardLine(line: string): string {
  return beginsMessage(line) ? GUARD + line : line;
}

export function unguardLine(line: string): string {
  return line.startsWith(GUARD) && beginsMessage(line) ? line.slice(GUARD.length) : line;
}

/** Guards that stand there already count as nothing, so that guarding can always be taken back. */
function beginsMessage(line: string): boolean {
  const bare = line.replace(/^\u2060+/, '');
  return readMessageStart(bare) !== undefined || looksLikeMessageStart(bare);
}

function isFileName(name: string | undefined): boolean {
  return name === undefined || /^[^<>\n]+$/.test(name);
}
