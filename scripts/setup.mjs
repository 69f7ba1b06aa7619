// Makes a fresh clone runnable: checks Node, installs what the lockfile says when it is not there, builds what has changed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { builtManifest, currentManifest, difference, ROOT } from './manifest.mjs';

const NODE = [20, 19];

/** Does nothing, in a few milliseconds, when everything is in place. Ends the process with one clear line when it cannot be. */
export function setUp() {
  checkNode();
  ensureInstalled();
  const { changed, gone } = difference(builtManifest(), currentManifest());
  if (changed.length + gone.length > 0) runOrExit([join(ROOT, 'scripts/build.mjs')], 'The build failed: see above.');
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  exit(`Secretary needs Node ${NODE.join('.')} or newer, this is ${process.versions.node}: see https://nodejs.org/`);
}

/** Installs from the lockfile, development tools included, since the build is one of them. */
export function ensureInstalled() {
  if (isInstalled()) return;
  say('Installing packages from the lockfile (the first time takes a minute or two) ...');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const { status, error } = spawnSync(
    npm[0],
    [...npm.slice(1), 'ci', '--include=dev', '--no-audit', '--loglevel=error'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
    },
  );
  if (status !== 0) exit(`npm ci failed${error ? ` (${error.code})` : ': see above'}. Mend that, then try again.`);
}

/**
 * Compares the lockfile with the record npm leaves in node_modules when an installation is complete. Packages for other
 * platforms are optional in the lockfile and rightly absent.
 */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(join(ROOT, lockfile), 'utf8')).packages;
  } catch {
    return {};
  }
}

function runOrExit(args, complaint) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) exit(complaint);
}

/** To standard error: what a command prints on standard output stays clean. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function exit(line) {
  say(line);
  process.exit(1);
}
