import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { HealthOverview } from './health-report.js';
import { Health } from './health.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Every service and its state: 200, or 503 when one is down' })
  async overview(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthOverview> {
    const overview = await this.health.overview();
    if (overview.status === 'down') void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return overview;
  }

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '200 as long as the process runs' })
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '200 when this process takes work, 503 while it starts, stops or lacks a required service' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ready' | 'not-ready' }> {
    if (await this.health.isReady()) return { status: 'ready' };
    void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: 'not-ready' };
  }
}
