// What the build turns into dist/, and in which state it was when dist/ was made.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const DIST = join(ROOT, 'dist');

const STAMP = join(DIST, '.stamp');
const SOURCE_FOLDERS = ['libs', 'apps', 'bench', 'docs'];
/** The console is built by its own tool, tests run from their sources, a README has no use in dist/, and of docs/ only what is served. */
const LEFT_OUT =
  /^apps\/console\/|^libs\/client\/(testing\/|tsconfig)|^docs\/(?!examples\/|asyncapi\.yaml$)|(\.spec|\.e2e-spec|\.d)\.ts$|\.md$/;
const SETTINGS = [
  ...['.swcrc', 'package.json', 'package-lock.json'],
  ...['scripts/build.mjs', 'scripts/build-client.mjs', 'scripts/build-programs.mjs', 'scripts/manifest.mjs'],
];

/** The sources as they are: `settings` changes when everything must be built again, each file's entry when that file must. */
export function currentManifest() {
  const settings = createHash('sha256');
  for (const file of SETTINGS) settings.update(readFileSync(join(ROOT, file)));
  const files = Object.fromEntries(SOURCE_FOLDERS.flatMap((folder) => entriesOf(join(ROOT, folder))));
  return { settings: settings.digest('hex'), files };
}

/** The sources as dist/ was built from them; nothing when there is no whole dist/. */
export function builtManifest() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return { settings: '', files: {} };
  }
}

/** Written last, so that a build that was interrupted counts as not done. */
export function stamp(manifest) {
  writeFileSync(`${STAMP}.new`, JSON.stringify(manifest));
  renameSync(`${STAMP}.new`, STAMP);
}

/** Which sources must be built, and which outputs have lost their source. */
export function difference(built, current) {
  const all = built.settings !== current.settings;
  return {
    changed: Object.keys(current.files).filter((file) => all || built.files[file] !== current.files[file]),
    gone: Object.keys(built.files).filter((file) => !(file in current.files)),
  };
}

function entriesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : entriesOf(path);
    const name = relative(ROOT, path);
    if (LEFT_OUT.test(name) || !entry.isFile()) return [];
    const { mtimeMs, size } = statSync(path);
    return [[name, `${mtimeMs} ${size}`]];
  });
}
