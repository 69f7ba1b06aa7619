// Bundles libs/client into dist/client/: the package that others install, and one file for pages without a bundler of their own.
// `node scripts/build-client.mjs --package` adds the types and package.json, and packs them: dist/client/secretary-client-<version>.tgz.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { DIST, ROOT } from './manifest.mjs';
import { exit } from './setup.mjs';

const SOURCES = join(ROOT, 'libs/client/src');
const PACKAGE = join(DIST, 'client');
/** The bundle of pages, where the example looks for it. */
const PAGE_BUNDLE = join(DIST, 'docs/examples/chat/secretary-chat.js');

export async function buildClient() {
  const { build } = await import('esbuild');
  const common = { bundle: true, format: 'esm', platform: 'browser', target: 'es2022', jsx: 'automatic' };
  const quiet = { logLevel: 'warning', absWorkingDir: ROOT };
  await Promise.all([
    build({
      ...common,
      ...quiet,
      entryPoints: { index: join(SOURCES, 'index.ts'), react: join(SOURCES, 'react/index.ts') },
      outdir: PACKAGE,
      splitting: true,
      packages: 'external',
      sourcemap: true,
    }),
    build({
      ...common,
      ...quiet,
      entryPoints: [join(SOURCES, 'browser/index.ts')],
      outfile: PAGE_BUNDLE,
      minify: true,
      define: { 'process.env.NODE_ENV': '"production"' },
      legalComments: 'eof',
    }),
  ]);
}

/** What npm needs beside the code. */
function describePackage() {
  const args = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--rootDir', SOURCES];
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const project = join(ROOT, 'libs/client/tsconfig.package.json');
  const { status } = spawnSync(process.execPath, [tsc, '-p', project, ...args, '--outDir', join(PACKAGE, 'types')], {
    stdio: 'inherit',
  });
  if (status !== 0) exit('The types could not be made: see above.');
  const { version, license, engines, dependencies, devDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const versions = { ...devDependencies, ...dependencies };
  const description = {
    name: '@secretary/client',
    version,
    description: 'Chat with the characters of a Secretary: REST, sockets and React hooks.',
    license,
    type: 'module',
    engines,
    sideEffects: false,
    // Not the tarballs beside them.
    files: ['*.js', '*.js.map', 'types'],
    exports: {
      '.': { types: './types/index.d.ts', default: './index.js' },
      './react': { types: './types/react/index.d.ts', default: './react.js' },
    },
    dependencies: {
      'openapi-fetch': versions['openapi-fetch'],
      'socket.io-client': versions['socket.io-client'],
    },
    peerDependencies: { react: '>=18' },
    peerDependenciesMeta: { react: { optional: true } },
  };
  mkdirSync(PACKAGE, { recursive: true });
  writeFileSync(join(PACKAGE, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
  copyFileSync(join(ROOT, 'libs/client/package/README.md'), join(PACKAGE, 'README.md'));
  copyFileSync(join(ROOT, 'LICENSE'), join(PACKAGE, 'LICENSE'));
}

/** One file to install: a folder would be linked, and bring a React of its own along. */
function pack() {
  const args = ['pack', PACKAGE, '--pack-destination', PACKAGE, '--ignore-scripts'];
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) exit('The package could not be packed: see above.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isPackage = process.argv.includes('--package');
  // Pieces of an older build would be packed with it.
  if (isPackage) rmSync(PACKAGE, { recursive: true, force: true });
  await buildClient();
  if (isPackage) {
    describePackage();
    pack();
  }
}
