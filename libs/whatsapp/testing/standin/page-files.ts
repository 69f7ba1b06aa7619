import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { PageSettings } from './wire.js';

const FOLDER = join(import.meta.dirname, 'page');
const NAME = /^[a-z-]+\.js$/;
/** Transpiled once in a process, whatever the number of stand-ins. */
const scripts = new Map<string, Promise<string | null>>();

/** The page's scripts as a browser takes them: as they were built, or transpiled from their sources. */
export function pageScript(name: string): Promise<string | null> {
  if (!NAME.test(name)) return Promise.resolve(null);
  const known = scripts.get(name);
  if (known) return known;
  const script = load(name);
  scripts.set(name, script);
  return script;
}

/** The document. All scripts are named in it, so that they are fetched together. */
export function pageDocument(settings: PageSettings): string {
  const names = readdirSync(FOLDER).filter((name) => /^[a-z-]+\.(ts|js)$/.test(name));
  const preloads = names.map((name) => `<link rel="modulepreload" href="/page/${name.replace(/\.ts$/, '.js')}">`);
  return `<!doctype html>
<meta charset="utf-8">
<title>WhatsApp</title>
${preloads.join('\n')}
<script type="application/json" id="settings">${JSON.stringify(settings)}</script>
<script type="module" src="/page/main.js"></script>
<p>A stand-in of WhatsApp Web, for tests.</p>
`;
}

async function load(name: string): Promise<string | null> {
  const source = join(FOLDER, name.replace(/\.js$/, '.ts'));
  if (!existsSync(source)) return readFile(join(FOLDER, name), 'utf8').catch(() => null);
  const { transformFile } = await import('@swc/core');
  const { code } = await transformFile(source, {
    swcrc: false,
    configFile: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  return code;
}
