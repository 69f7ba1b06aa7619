import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';

import { httpAdapter } from '#security';

import { ApiModule } from '../../api/src/api.module.js';
import { openApiOf, platformOn } from '../../platform/src/index.js';

/** Keys that seal nothing: given, so that none are made. */
const SETTINGS = { ADMIN_API_KEY: 'x'.repeat(24), ENCRYPTION_KEY: Buffer.alloc(32).toString('base64') };
const NO_DATABASE = { url: 'postgres://127.0.0.1/none', embedded: false, stop: () => Promise.resolve() };

/** The description of the API under the default settings. Nothing is started for it and nothing connects: modules are read, not made. */
export async function describeApi(): Promise<OpenAPIObject> {
  const platform = await platformOn(NO_DATABASE, 'openapi', SETTINGS);
  const options = { preview: true, logger: false, abortOnError: false } as const;
  return openApiOf(
    await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(platform), httpAdapter(), options),
  );
}
