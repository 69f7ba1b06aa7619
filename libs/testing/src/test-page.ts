import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

export interface PageSource {
  /** TypeScript with JSX; packages are found as from the root of the project. */
  readonly source: string;
  /** Names that stand for values. */
  readonly define?: Readonly<Record<string, unknown>>;
  readonly platform?: 'browser' | 'node';
}

/** One script that holds all that `source` imports. */
export async function bundled({ source, define = {}, platform = 'browser' }: PageSource): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: ROOT, loader: 'tsx' },
    bundle: true,
    write: false,
    format: 'esm',
    platform,
    jsx: 'automatic',
    logLevel: 'silent',
    // What a package of the old kind asks for by itself.
    ...(platform === 'node' && { banner: { js: REQUIRE } }),
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  return outputFiles[0]?.text ?? '';
}

const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

/** A page on a site of its own, as somebody who builds on us has it. */
export class TestPage {
  /** What the page runs. */
  script = '';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TestPage> {
    const server = createServer();
    const page = new TestPage(server);
    server.on('request', ({ url }, response) => {
      const isScript = url === '/page.js';
      response
        .writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
        .end(isScript ? page.script : DOCUMENT);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return page;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

const DOCUMENT = `<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>Somebody’s site</title>
<div id="root"></div>
<script type="module" src="/page.js"></script>
`;
