import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { FontNeeds } from './font-needs.js';
import { pageHead, PAGE_END } from './html-page.js';
import type { PdfPrinter } from './pdf-printer.service.js';
import { HtmlSection } from './render-html.js';
import type { RenderOptions, Transcript } from './transcript.js';

/** A browser lays a whole page out in its memory, so long chats become several documents. */
const MESSAGES_A_PART = 5_000;

export interface PdfTools {
  readonly printer: PdfPrinter;
  /** Where pages and documents are kept until the export has them. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly messagesAPart?: number;
}

/** Prints all chats. Answers the paths of the documents in their order: one, unless there is more than fits. */
export async function printParts(
  transcripts: readonly Transcript[],
  options: RenderOptions,
  tools: PdfTools,
): Promise<readonly string[]> {
  await tools.printer.check();
  const { messagesAPart = MESSAGES_A_PART } = tools;
  const parts = new PdfPrinting(tools);
  try {
    await writeAll(transcripts, options, { parts, messagesAPart });
    return parts.paths;
  } finally {
    await parts.close();
  }
}

async function writeAll(
  transcripts: readonly Transcript[],
  options: RenderOptions,
  { parts, messagesAPart }: { readonly parts: PdfPrinting; readonly messagesAPart: number },
): Promise<void> {
  for (const transcript of transcripts) {
    const section = new HtmlSection(transcript.chat, options);
    await parts.write(section.begin());
    let more = 1;
    for await (const page of transcript.read()) {
      for (const message of page) {
        if (parts.messages >= messagesAPart) {
          await parts.write(section.end());
          await parts.finish();
          await parts.write(section.begin((more += 1)));
        }
        await parts.write(section.add(message));
        parts.messages += 1;
      }
    }
    await parts.write(section.end());
  }
  await parts.finish();
}

/** One page after the other, each printed when it is full. */
class PdfPrinting {
  readonly paths: string[] = [];
  /** In the part that is written now. */
  messages = 0;
  private readonly fonts = new FontNeeds();
  private file: FileHandle | undefined;
  private held = '';

  constructor(private readonly tools: PdfTools) {}

  async write(html: string): Promise<void> {
    this.file ??= await this.begin();
    this.held += html;
    if (this.held.length >= 65_536) await this.flush();
  }

  async finish(): Promise<void> {
    if (!this.file) return;
    await this.write(PAGE_END);
    await this.flush();
    await this.close();
    await this.fonts.check();
    const { printer, signal } = this.tools;
    const pdf = join(this.tools.folder, `${this.paths.length + 1}.pdf`);
    await printer.print(this.page, pdf, signal);
    await rm(this.page);
    this.paths.push(pdf);
    this.messages = 0;
  }

  /** Lets go of a part that was not finished. */
  async close(): Promise<void> {
    await this.file?.close();
    this.file = undefined;
  }

  private async begin(): Promise<FileHandle> {
    this.held = pageHead('WhatsApp');
    return open(this.page, 'w', 0o600);
  }

  private async flush(): Promise<void> {
    this.fonts.add(this.held);
    await this.file?.write(this.held);
    this.held = '';
  }

  private get page(): string {
    return join(this.tools.folder, 'page.html');
  }
}
