import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';

import type { ChatConfig } from '#config';

import { servedFile } from './served-files.js';

/** Below it nothing needs a key: pages ask for what they show with the token that they are given. */
export const EXAMPLES_PATH = '/examples';

const FILES = {
  '': ['index.html', 'text/html'],
  'chat.css': ['chat.css', 'text/css'],
  'chat.js': ['chat.js', 'text/javascript'],
  'secretary-chat.js': ['secretary-chat.js', 'text/javascript'],
} as const;

/** Serves the example chat at `/examples/chat/`, to be tried, copied, or framed by the pages of WEBSOCKET_ORIGINS. */
export function serveExamples(
  app: NestFastifyApplication,
  { websocketOrigins, websocketPath }: Pick<ChatConfig, 'websocketOrigins' | 'websocketPath'>,
): void {
  const http = app.getHttpAdapter().getInstance();
  const headers = { 'content-security-policy': policy(websocketOrigins), 'cache-control': 'no-cache' };
  http.get(`${EXAMPLES_PATH}/chat`, (_, reply: FastifyReply) => reply.redirect(`${EXAMPLES_PATH}/chat/`));
  for (const [path, [file, type]] of Object.entries(FILES)) {
    http.get(`${EXAMPLES_PATH}/chat/${path}`, async (_, reply: FastifyReply) => {
      const text = await servedFile(`examples/chat/${file}`);
      // Browsers that know frame-ancestors pass this one by; the others frame it nowhere.
      if (websocketOrigins.length > 0) reply.removeHeader('x-frame-options');
      return reply
        .headers(headers)
        .type(`${type}; charset=utf-8`)
        .send(text.replace('<html lang="en">', `<html lang="en" data-path="${websocketPath}">`));
    });
  }
}

/** Nothing but its own files, and a connection to where it comes from. */
function policy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...origins].join(' ')}`,
  ].join(';');
}
