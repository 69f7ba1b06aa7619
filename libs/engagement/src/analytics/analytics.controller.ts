import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Clock } from '#kernel';
import { Scopes } from '#security';

import { fromAfterTo } from '../approval/approval.errors.js';
import { AnalyticsDto, AnalyticsQueryDto, toAnalyticsDto } from './analytics.dto.js';
import { EngagementAnalytics } from './analytics.service.js';

const USUAL_MS = 30 * 86_400_000;

/** What came of writing first. */
@ApiTags('engagements')
@Controller('api/engagements/analytics')
export class AnalyticsController {
  constructor(
    private readonly analytics: EngagementAnalytics,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'What was planned, sent and answered, how fast, and what kept us from writing' })
  @ApiOkResponse({ type: AnalyticsDto })
  async figures(@Query() { from, to, group_by: groupBy }: AnalyticsQueryDto): Promise<AnalyticsDto> {
    const until = to === undefined ? this.clock.now() : new Date(to);
    const since = from === undefined ? new Date(until.getTime() - USUAL_MS) : new Date(from);
    if (since > until) throw fromAfterTo();
    return toAnalyticsDto(await this.analytics.figures({ from: since, to: until, ...(groupBy && { groupBy }) }));
  }
}
