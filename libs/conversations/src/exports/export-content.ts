import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';

import { AppError } from '#kernel';
import type { MediaVault } from '#messaging';

import { mediaTypeOf, ZIP_TYPE, type ExportFormat } from './export-format.js';
import { safeFileName } from './file-name.js';
import { mediaNameOf } from './media-name.js';
import { printParts, type PdfTools } from './pdf-parts.js';
import { renderCsv } from './render-csv.js';
import { renderHtml } from './render-html.js';
import { renderJson } from './render-json.js';
import { renderTxt } from './render-txt.js';
import type { RenderOptions, Transcript } from './transcript.js';
import { zipOfEntries, type ZipEntry } from './zip-entries.js';

export interface ExportContent {
  readonly stream: Readable;
  readonly fileName: string;
  readonly mediaType: string;
}

export interface ContentTools extends PdfTools {
  readonly vault: MediaVault;
  /** Told of each attachment that was kept and cannot be had. */
  readonly onLeftOut: () => void;
}

/** One document, and its name without the ending. */
interface Document {
  readonly name: string;
  readonly content: AsyncIterable<string | Buffer>;
}

/** The file of an export, to be read as it is made: the document itself, or a ZIP when there are several or media with it. */
export async function contentOf(
  format: ExportFormat,
  transcripts: readonly Transcript[],
  options: RenderOptions,
  tools: ContentTools,
): Promise<ExportContent> {
  const documents = await documentsOf(format, transcripts, options, tools);
  const name = `${nameOf(transcripts)} (${stampOf(options)})`;
  const [document] = documents;
  if (document && documents.length === 1 && !options.withMedia) {
    const stream = Readable.from(document.content, { objectMode: false });
    return { stream, fileName: `${name}.${format}`, mediaType: mediaTypeOf(format) };
  }
  const entries = zipEntries(documents, transcripts, { format, options, tools });
  return { stream: zipOfEntries(entries, options.exportedAt), fileName: `${name}.zip`, mediaType: ZIP_TYPE };
}

async function documentsOf(
  format: ExportFormat,
  transcripts: readonly Transcript[],
  options: RenderOptions,
  tools: ContentTools,
): Promise<readonly Document[]> {
  const name = nameOf(transcripts);
  switch (format) {
    case 'json':
      return [{ name, content: renderJson(transcripts, options) }];
    case 'html':
      return [{ name, content: renderHtml(transcripts, options) }];
    case 'csv':
      return eachNamed(transcripts).map(({ own, transcript }) => ({
        name: own,
        content: renderCsv(transcript, options),
      }));
    case 'txt':
      return eachNamed(transcripts).map(({ own, transcript }) => ({
        name: own,
        content: renderTxt(transcript, options),
      }));
    case 'pdf': {
      const paths = await printParts(transcripts, options, tools);
      return paths.map((path, index) => ({
        name: paths.length === 1 ? name : `${name} ${index + 1} of ${paths.length}`,
        content: createReadStream(path) as AsyncIterable<Buffer>,
      }));
    }
  }
}

async function* zipEntries(
  documents: readonly Document[],
  transcripts: readonly Transcript[],
  { format, options, tools }: { format: ExportFormat; options: RenderOptions; tools: ContentTools },
): AsyncGenerator<ZipEntry> {
  for (const { name, content } of documents) {
    yield { name: `${name}.${format}`, content, compress: format !== 'pdf' };
  }
  if (!options.withMedia) return;
  for (const { own, transcript } of eachNamed(transcripts)) {
    const folder = transcripts.length === 1 ? 'media' : `media/${own}`;
    for await (const page of transcript.read()) {
      for (const message of page) {
        const name = mediaNameOf(message, true);
        if (name === undefined || message.media?.state !== 'stored') continue;
        const content = await openMedia(tools.vault, message.id);
        if (content) yield { name: `${folder}/${name}`, content: Readable.from([content]), compress: false };
        else tools.onLeftOut();
      }
    }
  }
}

/** Null for what cannot be opened: a file that is gone does not spoil the rest. */
async function openMedia(vault: MediaVault, messageId: string): Promise<Buffer | null> {
  try {
    return (await vault.open(messageId)).content;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** As WhatsApp names its own: our import tells the chat from it. */
function chatFileName({ chat }: Transcript): string {
  return `WhatsApp Chat with ${safeFileName(chat.name) || 'somebody'}`;
}

function nameOf(transcripts: readonly Transcript[]): string {
  const [only] = transcripts;
  return only && transcripts.length === 1 ? chatFileName(only) : 'WhatsApp chats';
}

/** What keeps two exports of a chat apart in one folder; our import leaves it out of the chat's name. */
function stampOf({ exportedAt }: RenderOptions): string {
  const [date = '', time = ''] = exportedAt
    .toISOString()
    .replace(/[-:.Z]/g, '')
    .split('T');
  return `${date}-${time}`;
}

function eachNamed(transcripts: readonly Transcript[]): { readonly own: string; readonly transcript: Transcript }[] {
  const taken = new Set<string>();
  return transcripts.map((transcript) => {
    const name = chatFileName(transcript);
    let own = name;
    // A file system may not tell capitals from small letters.
    for (let place = 2; taken.has(own.toLowerCase()); place += 1) own = `${name} (${place})`;
    taken.add(own.toLowerCase());
    return { own, transcript };
  });
}
