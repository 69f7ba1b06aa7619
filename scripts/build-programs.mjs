// Bundles what was built of each program that runs the secretary into dist/programs/: its three thousand small modules take Node twice as long to
// find and load as all that it does with them until it listens.
import { readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

import { DIST, ROOT } from './manifest.mjs';

const PROGRAMS = ['standalone', 'api', 'worker', 'connector'];
/** Three folders deep, as the sources are: from there they look for docs/. */
const PARTS = 'programs/parts/shared';
/** Ours, and packages that are many modules each. The others are loaded as they are, as are those that Nest would take if they were installed. */
const BUNDLED =
  /^(\.|#|@nestjs\/(?!microservices|websockets|platform-express)|es-toolkit|libphonenumber-js|chrono-node)/;
/** Sent to a browser as text, which may not name what only a bundle has. */
const OF_PAGES = join(DIST, 'libs/whatsapp/src/webjs/page/');

export async function buildPrograms() {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints: PROGRAMS.map((name) => ({ in: join(DIST, `apps/${name}/src/main.js`), out: `programs/${name}` })),
    outdir: DIST,
    chunkNames: `${PARTS}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Names of classes are names of schemas, of tables and in the log.
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
    absWorkingDir: ROOT,
    plugins: [{ name: 'as-it-is', setup: leaveTheOthers }],
  });
  removeAllBut(Object.keys(metafile.outputs).map((file) => join(ROOT, file)));
}

function leaveTheOthers({ onResolve }) {
  onResolve({ filter: /.*/ }, ({ kind, path, resolveDir }) => {
    if (kind === 'entry-point') return undefined;
    const file = join(resolveDir, path);
    if (path.startsWith('.') && file.startsWith(OF_PAGES))
      return { path: relative(join(DIST, PARTS), file), external: true };
    return BUNDLED.test(path) ? undefined : { path, external: true };
  });
}

/** Parts of an earlier build, after those of this one are there. */
function removeAllBut(files) {
  const parts = join(DIST, PARTS);
  for (const name of readdirSync(parts)) if (!files.includes(join(parts, name))) rmSync(join(parts, name));
}
