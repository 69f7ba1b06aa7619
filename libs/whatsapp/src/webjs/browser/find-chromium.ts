import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { chromiumNotRunnable, noChromium } from '../webjs.errors.js';

const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/homebrew/bin'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_APPS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Where puppeteer's own downloads keep their program, below `chrome/<platform>-<version>/`. */
const CACHED = [
  'chrome-linux64/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

export interface ChromiumSearch {
  /** `CHROMIUM_PATH`. When it is given, nothing else is looked at. */
  readonly path?: string;
  /** For tests: programs to look for instead of the usual ones. */
  readonly candidates?: readonly string[];
  /** For tests: puppeteer's cache. */
  readonly cache?: string;
  /** For tests: the package that brings a Chromium along. */
  readonly bundled?: string;
}

/**
 * Finds a Chromium: `CHROMIUM_PATH`, the system's, one that puppeteer downloaded, or that of `@sparticuz/chromium`.
 * Throws `whatsapp.no-chromium`, which says how to get one.
 */
export async function findChromium(search: ChromiumSearch = {}): Promise<string> {
  const { path, candidates = systemPrograms(), cache = join(homedir(), '.cache/puppeteer') } = search;
  if (path) {
    if (await isProgram(path)) return path;
    throw chromiumNotRunnable(path);
  }
  for (const candidate of [...candidates, ...(await cachedPrograms(cache))]) {
    if (await isProgram(candidate)) return candidate;
  }
  const bundled = search.bundled ?? '@sparticuz/chromium';
  const found = await bundledProgram(bundled);
  if (found) return found;
  throw noChromium([...candidates.slice(0, 4), cache, bundled]);
}

function systemPrograms(): string[] {
  return [...NAMES.flatMap((name) => FOLDERS.map((folder) => join(folder, name))), ...MAC_APPS];
}

async function cachedPrograms(cache: string): Promise<string[]> {
  const versions = await readdir(join(cache, 'chrome')).catch(() => []);
  return versions
    .sort()
    .reverse()
    .flatMap((version) => CACHED.map((program) => join(cache, 'chrome', version, program)));
}

async function bundledProgram(name: string): Promise<string | undefined> {
  try {
    // Not one of our dependencies: who wants it installs it.
    const { default: bundled } = (await import(name)) as { default: { executablePath(): Promise<string> } };
    return await bundled.executablePath();
  } catch {
    return undefined;
  }
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
