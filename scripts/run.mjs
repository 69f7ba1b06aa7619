// `node scripts/run.mjs NAME [arguments]`: sets up what is missing, then runs the program of that name with the arguments.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { DIST } from './manifest.mjs';
import { exit, setUp } from './setup.mjs';

/** What lies outside of apps/. */
const ELSEWHERE = {
  bench: 'bench/main.js',
  chaos: 'bench/chaos/main.js',
  'eval-memory': 'bench/eval/main.js',
  'autonomy-replay': 'bench/autonomy/main.js',
  'engagement-simulate': 'bench/engagement/main.js',
};

const [name = '', ...args] = process.argv.slice(2);
if (!/^[\w-]+$/.test(name)) exit('Say which program: node scripts/run.mjs NAME [arguments]');
setUp();
const main = join(DIST, ELSEWHERE[name] ?? `apps/${name}/src/main.js`);
if (!existsSync(main)) exit(`There is no program ${name}: apps/ has one folder for each.`);
// The program sees its own name and arguments, as if it had been started by itself.
process.argv.splice(1, process.argv.length - 1, main, ...args);
await import(pathToFileURL(main));
