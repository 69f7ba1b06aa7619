import cors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long a browser may remember what it was told, in seconds. */
const REMEMBER_S = 600;

/**
 * Lets pages of other sites call the REST API. No cookie of ours exists: a page has what its token has. To be called before the wall
 * is built, since a browser asks beforehand without a key.
 */
export async function allowOrigins(app: NestFastifyApplication, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app
    .getHttpAdapter()
    .getInstance()
    .register(cors, {
      origin: origins.includes('*') ? '*' : [...origins],
      methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'x-correlation-id'],
      exposedHeaders: ['retry-after', 'x-correlation-id'],
      maxAge: REMEMBER_S,
    });
}
