import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';

import { Logger } from '#telemetry';

import { Webhook } from './http/webhook.service.js';
import { isObject } from './json.js';

const PATH = '/webhooks/whatsapp';
/** Meta sends up to 3 MB. */
const LARGEST_BODY = 4 * 1_048_576;
/** Read by the request gate: these routes need no API key. */
const PUBLIC = { public: true };

/** The webhook that Meta's server calls. Needs `CloudApiModule`. */
@Module({ providers: [Webhook] })
export class CloudApiHttpModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly webhook: Webhook,
    private readonly logger: Logger,
  ) {}

  /**
   * A scope of its own in Fastify, not a controller: the signature is over the bytes as they came, so here the body stays bytes, while
   * everywhere else it is parsed strictly. Not awaited on purpose: waiting for a plugin makes Fastify boot before Nest has set its error
   * handler.
   */
  onModuleInit(): void {
    void this.host.httpAdapter.getInstance().register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_request, body, parsed) => {
        parsed(null, body);
      });
      scope.get(PATH, { config: PUBLIC }, (request, reply) => {
        const challenge = this.webhook.verify(isObject(request.query) ? request.query : {});
        return reply.type('text/plain').send(challenge);
      });
      scope.post(PATH, { config: PUBLIC }, async (request, reply) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const isNews = await this.webhook.take(body, request.headers['x-hub-signature-256']);
        // Meta waits for this alone, and calls again when it takes long: what is left to do comes after it.
        await reply.code(200).send();
        if (isNews) this.wake();
      });
      done();
    });
  }

  private wake(): void {
    this.webhook.wake().catch((error: unknown) => {
      this.logger.warn({ err: error }, 'the account could not be told of a webhook; it looks by itself');
    });
  }
}
