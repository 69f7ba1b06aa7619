import type { HistoricMessage } from '#messaging';

import { senderId, type ChatOfExport } from './chat-of-export.js';
import type { ImportedMessage } from './imported-message.js';

/**
 * An imported message as the store takes it. An export does not tell when a message was edited or deleted: the time it was
 * sent stands for both, as the earliest it can have been.
 */
export function historicMessage(message: ImportedMessage, me: string, chat: ChatOfExport): HistoricMessage {
  const { externalId, author, kind, sentAt, edited, deleted } = message;
  return {
    externalId,
    sender: author === null ? null : { externalId: senderId(author, chat), name: author },
    fromMe: author === me,
    kind,
    text: textOf(message),
    sentAt,
    ...(edited && { editedAt: sentAt }),
    ...(deleted && { deletedAt: sentAt }),
  };
}

/** A document is known by its file name, as WhatsApp shows it; the names of pictures say nothing. */
function textOf({ text, kind, mediaName }: ImportedMessage): string {
  if (text !== '' || mediaName === undefined) return text;
  return kind === 'document' || kind === 'contact' ? mediaName : '';
}
