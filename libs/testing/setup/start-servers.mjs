// Jest's global setup: a Postgres and a Redis for this run, their addresses in TEST_DATABASE_URL and TEST_REDIS_URL, and a browser's path in
// TEST_CHROMIUM_PATH; TEST_PDF_TOOLS when there are fonts, and programs that look into PDF files.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { findPdfTools, findProgram } from './debian-program.mjs';

const CHROMIUMS = ['/usr/bin/chromium', 'chromium', 'chromium-browser', 'google-chrome'];

let stopKeeper;

export default async function startServers() {
  const redis = findProgram(['redis-server'], 'redis-server', 'on Redis');
  const chromium = findProgram([process.env.CHROMIUM_PATH, ...CHROMIUMS].filter(Boolean), 'chromium', 'in a browser');
  if (chromium) process.env.TEST_CHROMIUM_PATH = chromium;
  if (findPdfTools()) process.env.TEST_PDF_TOOLS = 'yes';
  // The keeper has a process group of its own, so that Ctrl-C reaches it only through us, and it ends when our end of the pipe closes,
  // however we die.
  const keeper = spawn(process.execPath, [`${import.meta.dirname}/keep-servers.mjs`, redis ? 'redis' : 'no-redis'], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(keeper, 'exit');
  const addresses = await Promise.race([once(createInterface({ input: keeper.stdout }), 'line'), exited]);
  if (keeper.exitCode !== null) throw new Error('The servers for the tests did not start: see above.');
  Object.assign(process.env, JSON.parse(addresses[0]));
  stopKeeper = async () => {
    keeper.stdin.end();
    await exited;
  };
}

/** Jest loads the teardown in the process of the set-up, so that this module is the same one. */
export async function stopServers() {
  await stopKeeper?.();
}
