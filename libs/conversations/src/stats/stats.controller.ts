import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { ServerConfig } from '#config';
import { Clock } from '#kernel';
import { Scopes } from '#security';

import { localDays } from './local-days.js';
import { StatsDto, toStatsDto } from './stats.dto.js';
import { StatsService } from './stats.service.js';
import { TrendsDto, TrendsQueryDto } from './trends.dto.js';
import { TrendsService } from './trends.service.js';

/** Figures about the store. */
@ApiTags('conversations')
@Controller('api/conversations/stats')
export class StatsController {
  constructor(
    private readonly stats: StatsService,
    private readonly trends: TrendsService,
    private readonly server: ServerConfig,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Scopes('chats:read')
  @ApiOperation({ summary: 'How much there is, and from when to when' })
  @ApiOkResponse({ type: StatsDto })
  async read(): Promise<StatsDto> {
    return toStatsDto(await this.stats.read());
  }

  @Get('trends')
  @Scopes('chats:read')
  @ApiOperation({ summary: 'Volume, sentiment, categories and response times, day by day' })
  @ApiOkResponse({ type: TrendsDto })
  readTrends(@Query() { zone = this.server.timeZone, ...range }: TrendsQueryDto): Promise<TrendsDto> {
    return this.trends.read(localDays({ ...range, zone }, this.clock.now()));
  }
}
