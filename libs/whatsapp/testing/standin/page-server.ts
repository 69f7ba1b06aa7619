import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';

import { selfSignedCertificate } from './certificate.js';

/** Answers one request of the page; undefined leaves the response to the handler. */
export type PageRoute = (request: PageRequest) => unknown;

export interface PageRequest {
  readonly url: URL;
  readonly response: ServerResponse;
  body(): Promise<Buffer>;
  json<T>(): Promise<T>;
}

/** An answer that isn't JSON. */
export class RawAnswer {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly content: string | Buffer,
  ) {}
}

/** HTTPS on loopback in place of web.whatsapp.com. Routes are found by method and first path segments, the longest first. */
export class PageServer {
  private constructor(
    private readonly server: Server,
    private readonly routes: ReadonlyMap<string, PageRoute>,
  ) {}

  static async start(routes: Readonly<Record<string, PageRoute>>, port: number): Promise<PageServer> {
    const server = createServer(await selfSignedCertificate());
    const pageServer = new PageServer(server, new Map(Object.entries(routes)));
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void pageServer.answer(request, response);
    });
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return pageServer;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'https://web.whatsapp.com');
    const route = this.routes.get(`${request.method} ${url.pathname}`) ?? this.routes.get(folderOf(request, url));
    try {
      const answer = route
        ? await route({ url, response, body: () => bodyOf(request), json: async () => parsed(await bodyOf(request)) })
        : new RawAnswer(404, 'text/plain', 'Nothing here.');
      if (answer !== undefined) send(response, answer);
    } catch {
      // The page learns that the line broke; whoever tests sees what did not happen.
      response.destroy();
    }
  }
}

function folderOf(request: IncomingMessage, url: URL): string {
  return `${request.method} /${url.pathname.split('/')[1]}/`;
}

function send(response: ServerResponse, answer: unknown): void {
  const { status, type, content } =
    answer instanceof RawAnswer ? answer : new RawAnswer(200, 'application/json', JSON.stringify(answer));
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(content);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function parsed<T>(body: Buffer): T {
  return JSON.parse(body.toString('utf8')) as T;
}
