import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import { HttpException } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

import { newId } from '#kernel';

import { problemOf } from './problem.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** A request that has not arrived by then is given up. Ms; Node's own default, which Fastify switches off. */
const REQUEST_TIMEOUT = 300_000;

export interface HttpAdapterOptions {
  /** Addresses and ranges (CIDR) of proxies: what they say of who called counts. Nobody's, by default. */
  readonly trustedProxies?: readonly string[];
}

/** Fastify as every process here runs it: what it refuses before Nest sees it is answered by a problem, too. */
export function httpAdapter({ trustedProxies = [] }: HttpAdapterOptions = {}): FastifyAdapter {
  return new FastifyAdapter({
    ...(trustedProxies.length > 0 && { trustProxy: [...trustedProxies] }),
    // Nothing here is Express middleware, so no request need pass what would run it.
    skipMiddie: true,
    requestTimeout: REQUEST_TIMEOUT,
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      const { status, body } = refusal(error.statusCode ?? 400);
      void reply.headers(SECURITY_HEADERS).code(status).type('application/problem+json').send(body);
    },
    clientErrorHandler: (error, socket) => refuse(error, socket),
  });
}

/** What arrived is not HTTP, so no framework can answer it. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, body } = refusal(statusOf(error.code));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy();
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

function refusal(status: number): { status: number; body: string } {
  return { status, body: JSON.stringify(problemOf(new HttpException('', status), newId())) };
}
