// Turns libs/, apps/ and bench/ into dist/ with SWC, keeping the folders: only what has changed; types are checked apart. Then bundles the programs.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';

import { buildClient } from './build-client.mjs';
import { buildPrograms } from './build-programs.mjs';
import { builtManifest, currentManifest, difference, DIST, ROOT, stamp } from './manifest.mjs';
import { checkNode, ensureInstalled, exit, say } from './setup.mjs';

/** What runs in browsers, bundled instead of transpiled file by file. */
const CLIENT = /^libs\/client\//;

checkNode();
ensureInstalled();
const started = performance.now();
const current = currentManifest();
const { changed, gone } = difference(builtManifest(), current);
if (changed.length + gone.length === 0) say('dist/ is up to date.');
else await build();

async function build() {
  const { transformFile } = await import('@swc/core');
  mkdirSync(DIST, { recursive: true });
  for (const file of gone) remove(file);
  const sources = changed.filter((file) => !CLIENT.test(file));
  const results = await Promise.allSettled([
    ...sources.map((file) => buildFile(file, transformFile)),
    ...([...changed, ...gone].some((file) => CLIENT.test(file)) ? [buildClient()] : []),
  ]);
  const failures = results.filter(({ status }) => status === 'rejected');
  // SWC adds a backtrace of its own code below the place in ours.
  for (const { reason } of failures) say(String(reason.message ?? reason).split('\n\n')[0]);
  if (failures.length > 0) exit(`${count(failures)} could not be built.`);
  await buildPrograms();
  stamp(current);
  say(`Built ${count(changed)} in ${((performance.now() - started) / 1_000).toFixed(1)} s.`);
}

async function buildFile(file, transformFile) {
  const source = join(ROOT, file);
  const target = join(DIST, outputOf(file));
  mkdirSync(dirname(target), { recursive: true });
  if (!file.endsWith('.ts')) return copyFileSync(source, target);
  const { code, map } = await transformFile(source, { cwd: ROOT, sourceFileName: relative(dirname(target), source) });
  writeFileSync(`${target}.map`, map);
  writeFileSync(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
}

function remove(file) {
  const target = join(DIST, outputOf(file));
  rmSync(target, { force: true });
  rmSync(`${target}.map`, { force: true });
}

function outputOf(file) {
  return file.replace(/\.ts$/, '.js');
}

function count(files) {
  return files.length === 1 ? '1 file' : `${files.length} files`;
}
