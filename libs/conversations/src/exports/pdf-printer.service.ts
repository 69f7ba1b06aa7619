import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Injectable } from '@nestjs/common';

import { WhatsAppConfig } from '#config';
import { chromiumArgs, findChromium, parseChromiumArgs } from '#whatsapp';

import { noBrowserForPdf, printFailed } from './export.errors.js';

const DEADLINE_MS = 300_000;
const PDF_MAGIC = '%PDF-';
/** Nothing is shown but one file, without a network. (Its own policy forbids scripts; the browser prints by one of its own.) */
const FLAGS = [
  '--headless',
  '--no-pdf-header-footer',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-dev-shm-usage',
  '--no-default-browser-check',
];

/** Prints pages to PDF with a Chromium of its own, which ends with the page. */
@Injectable()
export class PdfPrinter {
  constructor(private readonly settings: WhatsAppConfig) {}

  /** Finds out whether there is a browser, before anything is done for it. Throws `export.no-browser`. */
  async check(): Promise<string> {
    try {
      return await findChromium({ path: this.settings.chromiumPath });
    } catch (error) {
      throw noBrowserForPdf(error);
    }
  }

  /**
   * Prints a file to another one, in the same folder.
   * @throws AppError `export.no-browser`, `export.print-failed`; or the signal's reason
   */
  async print(page: string, pdf: string, signal: AbortSignal): Promise<void> {
    const program = await this.check();
    const profile = join(dirname(page), 'browser');
    await mkdir(profile, { recursive: true, mode: 0o700 });
    const extra = parseChromiumArgs(this.settings.chromiumArgs ?? '');
    const args = [
      ...chromiumArgs({ isRoot: process.getuid?.() === 0, extra }),
      ...FLAGS,
      `--user-data-dir=${profile}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ];
    const ended = await runBrowser(program, args, { home: profile, signal });
    if (ended !== 'exit 0' || !(await isPdf(pdf))) throw printFailed(ended);
  }
}

/** Runs it to its end, or ends it with all of its processes. Answers how it ended. */
async function runBrowser(
  program: string,
  args: readonly string[],
  { home, signal }: { readonly home: string; readonly signal: AbortSignal },
): Promise<string> {
  signal.throwIfAborted();
  // None of our own environment: there are keys in it.
  const env = { HOME: home, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' };
  const child = spawn(program, args, { env, detached: true, stdio: 'ignore' });
  const end = (): void => {
    try {
      // The group: its helpers, too.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const deadline = setTimeout(end, DEADLINE_MS);
  signal.addEventListener('abort', end, { once: true });
  try {
    const [code, killedBy] = (await once(child, 'close')) as [number | null, string | null];
    signal.throwIfAborted();
    return killedBy === null ? `exit ${code}` : `ended by ${killedBy}`;
  } catch (error) {
    signal.throwIfAborted();
    throw noBrowserForPdf(error);
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', end);
    end();
  }
}

async function isPdf(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer } = await file.read(Buffer.alloc(PDF_MAGIC.length), 0, PDF_MAGIC.length, 0);
    return buffer.toString('latin1') === PDF_MAGIC;
  } finally {
    await file.close();
  }
}
