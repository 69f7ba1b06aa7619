import { readContent, type MessageContent } from '../import/message-content.js';
import { writeVerbatim } from '../import/verbatim.js';
import { mediaNameOf } from './media-name.js';
import type { ExportMessage } from './transcript.js';

const MARK = '\u200e';
const DELETED = `${MARK}This message was deleted.`;
const EDITED = ` ${MARK}<This message was edited>`;

/**
 * What stands behind the author's name: as WhatsApp writes it, unless that would be read as something else than what it is. Then the
 * text is guarded, and its kind named where nothing else tells it.
 */
export function writeContent(message: ExportMessage, withMedia: boolean): string {
  if (message.revokedAt) return DELETED;
  const text = (message.text ?? '').replace(/\r\n?/g, '\n');
  const mediaName = mediaNameOf(message, withMedia);
  const { kind } = message;
  const edited = message.editedAt !== null;
  const meant: MessageContent = { kind, text, edited, deleted: false, hasMedia: mediaName !== undefined, mediaName };
  const guarded = { text, mediaName };
  const forms = [asPhone(text, kind === 'system' || kind === 'call', mediaName), writeVerbatim(guarded)];
  const written = forms.map((form) => form + (edited ? EDITED : ''));
  return written.find((form) => isRead(form, meant)) ?? writeVerbatim(guarded, kind) + (edited ? EDITED : '');
}

function asPhone(text: string, isNotice: boolean, mediaName: string | undefined): string {
  if (mediaName !== undefined) return `${text} ${MARK}<attached: ${mediaName}>`.trimStart();
  return isNotice ? MARK + text : text;
}

function isRead(form: string, meant: MessageContent): boolean {
  // Nothing at all may stand behind a name: the line could end there for many a reader.
  if (form.trim() === '') return false;
  const read = readContent(form);
  return (
    read.kind === meant.kind &&
    read.text === meant.text &&
    read.edited === meant.edited &&
    read.deleted === meant.deleted &&
    read.mediaName === meant.mediaName
  );
}
