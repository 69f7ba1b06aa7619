import type { Readable } from 'node:stream';

import { openPromise, type Entry } from 'yauzl';

import { AppError } from '#kernel';

import { exportTooLarge, manyChatsInZip, noChatInZip, unreadableZip } from './import.errors.js';

/** No chat comes near it: WhatsApp exports 40,000 messages at most. */
export const MAX_TEXT_BYTES = 1_073_741_824;
/** Prose packs 3 to 10 times; a bomb needs far more. Small files are let through, whatever their ratio. */
export const MAX_RATIO = 200;
const RATIO_FREE_BYTES = 1_048_576;
const MAX_ENTRIES = 100_000;

export interface ZippedChat {
  /** The entry's file name, without its folders. */
  readonly name: string;
  readonly stream: Readable;
}

/**
 * The chat's text inside an exported zip, as a stream: `_chat.txt` of an iPhone, `WhatsApp Chat with Ana.txt` of Android.
 * Nothing is extracted to disk, so names inside the zip lead nowhere. Throws `import.zip-unreadable`,
 * `import.zip-no-chat`, `import.zip-many-chats` or `import.too-large`; an entry that unpacks to more than it says fails while it is read.
 */
export async function openZippedChat(path: string): Promise<ZippedChat> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw unreadableZip(cause);
  });
  try {
    const entry = await findChat(zip.eachEntry());
    const stream = await zip.openReadStreamPromise(entry);
    stream.once('close', () => zip.close());
    return { name: baseName(entry.fileName), stream };
  } catch (error) {
    zip.close();
    throw error instanceof AppError ? error : unreadableZip(error);
  }
}

/**
 * `_chat.txt` wins, then a name that speaks of WhatsApp, then the only text there is: a shared note may lie beside it. Of several chats
 * none is taken.
 */
async function findChat(entries: AsyncIterable<Entry>): Promise<Entry> {
  const texts: Entry[] = [];
  let seen = 0;
  for await (const entry of entries) {
    seen += 1;
    if (seen > MAX_ENTRIES) throw exportTooLarge();
    if (isText(entry)) texts.push(entry);
  }
  const ofPhones = texts.filter(({ fileName }) => baseName(fileName) === '_chat.txt');
  const named = texts.filter(({ fileName }) => /whatsapp/i.test(baseName(fileName)) && !isAttachment(fileName));
  const chats = [ofPhones, named, texts].find(({ length }) => length > 0) ?? [];
  const [chat] = chats;
  if (!chat) throw noChatInZip();
  if (chats.length > 1) throw chats === texts ? noChatInZip() : manyChatsInZip(chats.map(({ fileName }) => fileName));
  if (isBomb(chat)) throw exportTooLarge();
  return chat;
}

function isText({ fileName }: Entry): boolean {
  return /\.txt$/i.test(fileName) && !fileName.startsWith('__MACOSX/');
}

/** As our own exports hold them. */
function isAttachment(fileName: string): boolean {
  return /(?:^|[/\\])media[/\\]/i.test(fileName);
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  if (uncompressedSize > MAX_TEXT_BYTES) return true;
  return uncompressedSize > RATIO_FREE_BYTES && uncompressedSize > compressedSize * MAX_RATIO;
}

function baseName(fileName: string): string {
  return fileName.split(/[/\\]/).at(-1) ?? fileName;
}
