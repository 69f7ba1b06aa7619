import type { MessageKind } from '#whatsapp';

import {
  ATTACHED_MARK,
  CALL_MARK,
  DELETED_PHRASES,
  EDITED_PHRASES,
  FILE_IN_OTHER_LANGUAGE,
  FILE_ATTACHED_MARK,
  LIVE_LOCATION_MARK,
  LOCATION_MARK,
  MEDIA_OMITTED_MARK,
  POLL_MARK,
  THING_OMITTED_MARK,
} from './export-phrases.js';
import { kindOfFile, kindOfOmitted } from './media-kind.js';
import { readVerbatim } from './verbatim.js';

export interface MessageContent {
  readonly kind: MessageKind;
  /** What the person wrote: a caption when there is media, '' when the message was deleted. */
  readonly text: string;
  readonly hasMedia: boolean;
  readonly mediaName?: string;
  readonly edited: boolean;
  readonly deleted: boolean;
}

/** An iPhone begins with it what WhatsApp wrote and no person did. */
const MARK = '\u200e';
const FULL_STOP = /\.$/;

/**
 * Tells what a person wrote from what WhatsApp put there. All of it takes linear time, as anybody may have written it.
 */
export function readContent(raw: string): MessageContent {
  const text = withoutEditedMark(raw);
  const edited = text.length !== raw.length;
  const verbatim = readVerbatim(text);
  if (verbatim) return { hasMedia: verbatim.mediaName !== undefined, ...verbatim, edited, deleted: false };
  const isMarked = text.startsWith(MARK);
  const bare = isMarked ? text.slice(1) : text;
  if (isDeleted(bare)) return { kind: 'text', text: '', hasMedia: false, edited: false, deleted: true };
  const media = readMedia(text);
  if (media) return { ...media, edited, deleted: false };
  return { kind: kindOfText(bare, isMarked), text: bare, hasMedia: false, edited, deleted: false };
}

/** A call or some other notice of WhatsApp that has no author. */
export function kindOfNotice(text: string): MessageKind {
  return CALL_MARK.test(text) ? 'call' : 'system';
}

type Media = Pick<MessageContent, 'kind' | 'text' | 'hasMedia' | 'mediaName'>;

function readMedia(text: string): Media | undefined {
  // Each of the marks has one of these: most messages end their search here.
  if (!/[<(]|\u200e/.test(text)) return undefined;
  const named = ATTACHED_MARK.exec(text) ?? FILE_ATTACHED_MARK.exec(text);
  if (named) {
    const mediaName = named[1]!.trim();
    return { kind: kindOfFile(mediaName) ?? 'document', text: without(text, named), hasMedia: true, mediaName };
  }
  const omitted = MEDIA_OMITTED_MARK.exec(text);
  if (omitted) return { kind: 'unknown', text: without(text, omitted), hasMedia: true };
  const thing = THING_OMITTED_MARK.exec(text);
  if (thing) return { kind: kindOfOmitted(thing.groups!.thing!), text: without(text, thing), hasMedia: true };
  const file = FILE_IN_OTHER_LANGUAGE.exec(text);
  const mediaName = file?.groups?.marked ?? file?.groups?.plain;
  // Somebody may write "notes.the (old ones)", too: only an ending that we know makes it a file.
  const kind = mediaName === undefined ? undefined : kindOfFile(mediaName);
  if (!file || !kind) return undefined;
  return { kind, text: without(text, file), hasMedia: true, mediaName };
}

function kindOfText(text: string, isMarked: boolean): MessageKind {
  if ((text.includes('https://') && LOCATION_MARK.test(text)) || (isMarked && LIVE_LOCATION_MARK.test(text)))
    return 'location';
  if (POLL_MARK.test(text)) return 'poll';
  return isMarked ? kindOfNotice(text) : 'text';
}

/** The mark stands at the end, in angle brackets. (One pattern for it would take quadratic time on a run of spaces.) */
function withoutEditedMark(text: string): string {
  const end = text.trimEnd();
  const at = end.endsWith('>') ? end.lastIndexOf('<') : -1;
  if (at < 0 || !EDITED_PHRASES.has(normalPhrase(end.slice(at + 1, -1)))) return text;
  const before = end.slice(0, at).trimEnd();
  return before.endsWith(MARK) ? before.slice(0, -1).trimEnd() : before;
}

function isDeleted(text: string): boolean {
  return text.length < 60 && DELETED_PHRASES.has(normalPhrase(text));
}

function normalPhrase(text: string): string {
  return text.trim().replace(FULL_STOP, '').toLowerCase();
}

function without(text: string, match: RegExpExecArray): string {
  return (text.slice(0, match.index) + text.slice(match.index + match[0].length)).replaceAll(MARK, '').trim();
}
