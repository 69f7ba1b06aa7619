import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parse } from 'yaml';

import { withProblems } from './documented-problems.js';
import { eventsPage, type EventDescription } from './events-page.js';
import { servedFile } from './served-files.js';

/** The description of what happens over sockets, in docs/. */
const EVENTS = 'asyncapi.yaml';

/** The OpenAPI description of an application's routes. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Secretary')
    .setDescription('A secretary and companion that lives in your WhatsApp.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key' })
    .addSecurityRequirements('bearer')
    .build();
  return withProblems(SwaggerModule.createDocument(app, config));
}

/** Serves it as a page at `/docs`, and as JSON at `/docs/openapi.json`; the events of the sockets at `/docs/events`, and as AsyncAPI. */
export function serveDocs(app: NestFastifyApplication): void {
  const http = app.getHttpAdapter().getInstance();
  http.get('/docs/events', async (_, reply: FastifyReply) => {
    const description = parse(await servedFile(EVENTS)) as EventDescription;
    return reply.type('text/html; charset=utf-8').send(eventsPage(description));
  });
  http.get('/docs/events.yaml', async (_, reply: FastifyReply) =>
    reply.type('application/yaml; charset=utf-8').send(await servedFile(EVENTS)),
  );
  SwaggerModule.setup('docs', app, () => openApiOf(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    yamlDocumentUrl: 'docs/openapi.yaml',
  });
}
