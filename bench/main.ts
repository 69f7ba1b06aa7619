import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { archiveBench } from './archive.bench.js';
import { openBenchEnvironment, type BenchEnvironment } from './bench-environment.js';
import type { BenchRow } from './bench-row.js';
import { benchTable } from './bench-table.js';
import { cleanupBench } from './cleanup.bench.js';
import { decideBench } from './decide.bench.js';
import { httpBench } from './http.bench.js';
import { inboundBench } from './inbound.bench.js';
import { memoryCostBench } from './memory-cost.bench.js';
import { ormBench } from './orm.bench.js';
import { pagesBench } from './pages.bench.js';
import { queueBench } from './queue.bench.js';
import { retrievalSpeedBench } from './retrieval-speed.bench.js';
import { contextBench, retrievalBench } from './retrieval.bench.js';
import { socketsBench } from './sockets.bench.js';
import { startBench } from './start.bench.js';
import { statsBench } from './stats.bench.js';
import { whatsappBench } from './whatsapp.bench.js';

type Bench = (environment: BenchEnvironment) => Promise<readonly BenchRow[]>;

const BENCHES: Readonly<Record<string, Bench>> = {
  inbound: inboundBench,
  orm: ormBench,
  queue: queueBench,
  http: httpBench,
  pages: pagesBench,
  archive: archiveBench,
  stats: statsBench,
  cleanup: cleanupBench,
  retrieval: retrievalBench,
  context: contextBench,
  'retrieval-speed': retrievalSpeedBench,
  'memory-cost': memoryCostBench,
  decide: decideBench,
  sockets: socketsBench,
  start: startBench,
  whatsapp: whatsappBench,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, pairs: { type: 'string', default: '5' } },
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const unknown = names.find((name) => !(name in BENCHES));
if (unknown) {
  process.stderr.write(`There is no bench ${unknown}. There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(1);
}

const environment = await openBenchEnvironment(Number(values.pairs));
const rows: BenchRow[] = [];
try {
  for (const name of names) {
    process.stderr.write(`${name} ...\n`);
    rows.push(...((await BENCHES[name]?.(environment)) ?? []));
  }
} finally {
  await environment.close();
}
process.stdout.write(`${benchTable(rows)}\n`);
if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exit(0);
