import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

import { Injectable } from '@nestjs/common';

import { AppError } from '#kernel';

import type { OutboundAllowList } from './outbound-allow-list.js';
import { checkAddresses, hostOf, readTarget } from './outbound-target.js';
import { answerTooLarge, targetRedirects, targetTooSlow, targetUnreachable } from './outbound.errors.js';

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES = 64 * 1_024;

export interface OutboundRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For everything: name, connection, answer. Defaults to 10,000 ms. */
  readonly timeoutMs?: number;
  /** Of the answer's body. Defaults to 64 KiB. */
  readonly maxBytes?: number;
  /** Only the status counts: the body is not read, however long it is, and empty in the answer. */
  readonly statusOnly?: boolean;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An address that a name leads to. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

const systemResolve: Resolve = (host) => lookup(host, { all: true });

/**
 * The only way out to addresses that people type in. A name is looked up once, every address it leads to is checked, and the
 * connection goes to one of those and to no other, whatever the name says a moment later. Redirects are not followed.
 */
@Injectable()
export class SafeHttp {
  constructor(
    private readonly allowed: OutboundAllowList,
    private readonly resolve: Resolve = systemResolve,
  ) {}

  /**
   * What can be told of a target without calling anybody.
   * @throws AppError `outbound.refused`
   */
  check(url: string): void {
    readTarget(url, this.allowed);
  }

  /**
   * Any status but a redirect is an answer.
   * @throws AppError `outbound.refused`, `outbound.redirect`, `outbound.too-large`; retryable: `outbound.unreachable`, `outbound.timeout`
   */
  async send(request: OutboundRequest): Promise<OutboundAnswer> {
    const url = readTarget(request.url, this.allowed);
    const { timeoutMs = TIMEOUT_MS } = request;
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const addresses = await before(deadline, this.resolve(hostOf(url)));
      checkAddresses(
        addresses.map(({ address }) => address),
        hostOf(url),
        this.allowed,
      );
      return await call(url, request, addresses, deadline);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw deadline.aborted ? targetTooSlow(timeoutMs) : targetUnreachable(reasonOf(error), error);
    }
  }
}

/** A look-up cannot be called off: it is left alone. */
function before<T>(deadline: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

function call(
  url: URL,
  { method, headers, body, maxBytes = ANSWER_BYTES, statusOnly = false }: OutboundRequest,
  addresses: readonly ResolvedAddress[],
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = open(url, {
      method,
      // A connection of its own: a kept one might belong to an address that was checked for somebody else.
      agent: false,
      lookup: pinnedTo(addresses),
      signal,
      headers: {
        'accept-encoding': 'identity',
        'user-agent': 'Secretary',
        ...headers,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
    });
    request.once('error', reject);
    request.once('response', (response) => {
      read(response, statusOnly ? null : maxBytes)
        .finally(() => request.destroy())
        .then(resolve, reject);
    });
    request.end(body);
  });
}

/** Answers what was checked, and asks nobody. */
function pinnedTo(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses;
    if (!first) done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
    else if (options.all) done(null, [...addresses]);
    else done(null, first.address, first.family);
  };
}

/** Without a size nothing of the body is read. */
async function read(response: IncomingMessage, maxBytes: number | null): Promise<OutboundAnswer> {
  const { statusCode: status = 0, headers } = response;
  if (status >= 300 && status < 400 && status !== 304) throw targetRedirects(status);
  if (maxBytes === null) return { status, headers, body: Buffer.alloc(0) };
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw answerTooLarge(maxBytes);
    chunks.push(chunk);
  }
  return { status, headers, body: Buffer.concat(chunks) };
}

/** A code, never a message: those of TLS quote the certificate. */
function reasonOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'no-answer';
}
