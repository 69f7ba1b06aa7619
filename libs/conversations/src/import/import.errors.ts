import { AppError } from '#kernel';

import type { DateOrder } from './date-order.js';

const NAMES_SHOWN = 20;

/** The file is neither text nor a zip. */
export function notText(): AppError {
  return invalid(
    'import.not-text',
    'Give the .txt or .zip file that "Export chat" of WhatsApp makes: this one is not text.',
  );
}

export function unreadableZip(cause?: unknown): AppError {
  return invalid(
    'import.zip-unreadable',
    'Export the chat again: this .zip is damaged, encrypted or incomplete.',
    cause,
  );
}

export function noChatInZip(): AppError {
  return invalid(
    'import.zip-no-chat',
    'Give the .zip that "Export chat" of WhatsApp makes: there is no chat text in this one.',
  );
}

/** `names` are those of the texts in the .zip. */
export function manyChatsInZip(names: readonly string[]): AppError {
  const shown = names.slice(0, NAMES_SHOWN);
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return new AppError(
    'import.zip-many-chats',
    `Unpack this .zip and import each of its chats by itself: ${shown.map((name) => `"${name}"`).join(', ')}${more}.`,
    { kind: 'invalid', details: { names: shown } },
  );
}

export function exportTooLarge(): AppError {
  return new AppError(
    'import.too-large',
    'Export a shorter part of the chat: its text is more than this program unpacks.',
    {
      kind: 'too-large',
    },
  );
}

export function noReadableMessage(): AppError {
  return invalid(
    'import.no-message',
    'Give a chat that was exported by WhatsApp, and check date_order if you set it: no line of this file is a message.',
  );
}

/** `authors` are the names of those who wrote in the chat: the operator has to pick one. */
export function meNotFound(authors: readonly string[]): AppError {
  const names = authors.slice(0, NAMES_SHOWN).map((name) => `"${name}"`);
  const more = authors.length > NAMES_SHOWN ? ` and ${authors.length - NAMES_SHOWN} more` : '';
  return new AppError(
    'import.me-not-found',
    `Set "me" to your own name as it stands in the chat. Its authors are: ${names.join(', ') || 'nobody'}${more}.`,
    { kind: 'invalid', details: { authors: authors.slice(0, NAMES_SHOWN) } },
  );
}

/** `guess` is what the dates look like. */
export function dateOrderOpen(guess: DateOrder): AppError {
  return new AppError(
    'import.date-order-open',
    `Set "date_order" to dmy or mdy: the dates of this file can be read in both ways, and look like ${guess}.`,
    { kind: 'invalid', details: { guess } },
  );
}

/** Most of what was imported into this chat before is not in the file, as it is read now. */
export function wouldDouble(): AppError {
  return new AppError(
    'import.would-double',
    'Set "zone" and "date_order" as for the import before, or "add" to true when this file is another part of the chat: it holds imported messages, and most of them are not in this file as it is read now.',
    { kind: 'conflict' },
  );
}

export function unknownZone(): AppError {
  return invalid('import.zone-unknown', 'Set "zone" to the name of a time zone, such as Europe/Madrid.');
}

export function unnamedChat(): AppError {
  return invalid(
    'import.chat-unknown',
    'Set "chat" to the phone, chat id or name of this chat: the file does not tell it.',
  );
}

/** A direct chat was named, but several people write in this one. */
export function notDirect(): AppError {
  return invalid(
    'import.not-direct',
    'Set "chat" to the id of a group, or leave it out: more than one other person writes in this chat.',
  );
}

export function noAccount(): AppError {
  return new AppError(
    'import.no-account',
    'Start the connector once, then import again: there is no WhatsApp account yet.',
    {
      kind: 'conflict',
    },
  );
}

export function noFile(): AppError {
  return invalid(
    'import.no-file',
    'Send the exported chat as the multipart field "file", and your name in it as the field "me".',
  );
}

export function brokenUpload(cause: unknown): AppError {
  return invalid(
    'import.broken-upload',
    'Send the upload again as multipart/form-data: it was incomplete or malformed.',
    cause,
  );
}

/** `maxMegabytes` is IMPORT_MAX_MB. */
export function uploadTooLarge(maxMegabytes: number): AppError {
  return new AppError(
    'import.upload-too-large',
    `Export the chat without media, or raise IMPORT_MAX_MB: the file is larger than ${maxMegabytes} MiB.`,
    { kind: 'too-large' },
  );
}

function invalid(code: string, message: string, cause?: unknown): AppError {
  return new AppError(code, message, { kind: 'invalid', cause });
}
