// Opens the database in the folder of its first argument, prints its address, and keeps it until stdin ends.
import { once } from 'node:events';

import { openDatabase } from '../src/open-database.js';

try {
  const database = await openDatabase({ dataDir: process.argv[2] ?? '' });
  process.stdout.write(`${database.url}\n`);
  process.stdin.resume();
  await once(process.stdin, 'end');
  await database.stop();
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
