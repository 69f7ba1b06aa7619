// `npm start`: sets up what is missing, then runs every role of the secretary in this process, so that signals reach it directly.
import { ROOT } from './manifest.mjs';
import { exit, setUp } from './setup.mjs';

const USAGE = `Usage: npm start

Installs and builds what is missing, then runs the secretary on http://127.0.0.1:8001 until Ctrl-C.
Its settings are environment variables, or lines of a file .env: .env.example lists them all.
For example: PORT=9000 npm start`;

const [argument] = process.argv.slice(2);
if (argument === '--help' || argument === '-h') {
  process.stdout.write(`${USAGE}\n`);
} else {
  if (argument !== undefined) exit(USAGE);
  process.chdir(ROOT);
  setUp();
  await import('../dist/programs/standalone.js');
}
