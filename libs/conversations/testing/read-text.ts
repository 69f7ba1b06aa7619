import { exportLines } from '../src/import/export-lines.js';
import { surveyLayout } from '../src/import/export-layout.js';
import type { DateOrder } from '../src/import/date-order.js';
import type { ImportedMessage } from '../src/import/imported-message.js';
import { readMessages } from '../src/import/read-messages.js';
import { UnreadableLines, type UnreadableReport } from '../src/import/unreadable-lines.js';

export interface ReadTextOptions {
  readonly zone?: string;
  readonly dateOrder?: DateOrder;
  readonly chunkLines?: number;
  /** Bytes per piece of the stream. */
  readonly pieceBytes?: number;
}

/** Reads an export given as text, from end to end. */
export async function readText(
  text: string | Buffer,
  { zone = 'UTC', dateOrder, chunkLines, pieceBytes = 65_536 }: ReadTextOptions = {},
): Promise<{ messages: ImportedMessage[]; unreadable: UnreadableReport }> {
  const bytes = Buffer.from(text as string);
  const lines = () => exportLines(piecesOf(bytes, pieceBytes));
  const unreadable = new UnreadableLines();
  const layout = await surveyLayout(lines(), dateOrder);
  const messages: ImportedMessage[] = [];
  if (layout) {
    for await (const batch of readMessages(lines(), { layout, zone, chunkLines }, unreadable)) messages.push(...batch);
  }
  return { messages, unreadable: unreadable.report() };
}

async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
