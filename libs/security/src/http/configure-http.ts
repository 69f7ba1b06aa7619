import { randomUUID } from 'node:crypto';

import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { withCorrelation } from '#telemetry';

import { Authenticator } from './authenticator.service.js';
import { endConnections } from './end-connections.js';
import { jsonAnswer } from './json-answer.js';
import { requestGate, type RequestGateOptions } from './request-gate.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { parseStrictJson } from './strict-json.js';

const CORRELATION_HEADER = 'x-correlation-id';
const CORRELATION_ID = /^[\w.:-]{1,64}$/;
const UTF8 = /;\s*charset\s*=\s*"?utf-?8"?\s*(;|$)/i;

export interface HttpOptions extends RequestGateOptions {
  /** Largest JSON body. */
  readonly bodyLimitBytes: number;
  /** Routes that take larger ones, by their paths as they are declared (`/api/things/:id`). Bytes. */
  readonly largerBodies?: Readonly<Record<string, number>>;
}

/**
 * Puts the outer wall around an application, once, before `app.init()` or `app.listen()`: security headers, correlation
 * ids, keys and rate limits before a body is read, and JSON in UTF-8 as the only body (multipart is the route's own).
 */
export function configureHttp(app: NestFastifyApplication, options: HttpOptions): void {
  takeOnlyJson(app, options.bodyLimitBytes);
  const instance = app.getHttpAdapter().getInstance();
  instance.addHook('onRoute', (route) => {
    const limit = options.largerBodies?.[route.url];
    if (limit !== undefined) route.bodyLimit = Math.max(limit, options.bodyLimitBytes);
  });
  instance.setReplySerializer(jsonAnswer);
  keepCorrelation(instance);
  endConnections(instance);
  instance.addHook('onRequest', requestGate(app.get(Authenticator, { strict: false }), options));
}

function takeOnlyJson(app: NestFastifyApplication, bodyLimit: number): void {
  app.useBodyParser('application/json', { bodyLimit }, (request: FastifyRequest, body, done) => {
    const type = request.headers['content-type'] ?? '';
    if (/charset/i.test(type) && !UTF8.test(type)) throw new UnsupportedMediaTypeException();
    done(null, parseStrictJson(body));
  });
  // Named so that the framework adds no parser of its own: a form is what another site's page can send unasked.
  app.useBodyParser('application/x-www-form-urlencoded', {}, () => {
    throw new UnsupportedMediaTypeException();
  });
  app.getHttpAdapter().getInstance().removeContentTypeParser('text/plain');
}

/** A client's own id is kept when it is harmless, so that its log and ours can be laid side by side. */
function keepCorrelation(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, reply, done) => {
    const given = request.headers[CORRELATION_HEADER];
    // Nothing is sorted by it, so it need not hold the time, and the built-in is many times faster.
    const id = typeof given === 'string' && CORRELATION_ID.test(given) ? given : randomUUID();
    reply.headers(SECURITY_HEADERS).header(CORRELATION_HEADER, id);
    done();
  });
  // Not before: reading a body leaves the context that the request began in.
  instance.addHook('preValidation', (_, reply, done) => {
    withCorrelation(String(reply.getHeader(CORRELATION_HEADER)), done);
  });
}
