import { Controller, Get, Header, Headers, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { Public } from '#security';

const DOCS = '/docs';

/** Where somebody lands who only knows our address. */
@ApiTags('health')
@Controller()
export class RootController {
  @Get()
  @Public()
  @Header('Vary', 'Accept')
  @ApiOperation({ summary: 'The way in: a browser is led to /docs, a program gets the addresses as JSON' })
  root(
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Readonly<Record<string, string>> {
    if (accept?.includes('text/html')) void reply.status(302).header('Location', DOCS);
    return { docs: DOCS, openapi: `${DOCS}/openapi.json`, health: '/health' };
  }
}
