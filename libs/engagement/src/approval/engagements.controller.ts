import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { Delivery } from '../delivery/delivery.service.js';
import type { Engagement } from '../store/engagement.js';
import { Engagements } from '../store/engagements.service.js';
import { EngagementDto, EngagementPageDto, toEngagementDto, UpcomingPageDto } from './engagement.dto.js';
import { EngagementQueryDto, UpcomingQueryDto } from './engagement-input.dto.js';
import { EngagementPages } from './engagement-pages.service.js';

/** Outreaches: what is planned, and what became of those before. */
@ApiTags('engagements')
@Controller('api/engagements')
export class EngagementsController {
  constructor(
    private readonly pages: EngagementPages,
    private readonly engagements: Engagements,
    private readonly delivery: Delivery,
  ) {}

  @Get('upcoming')
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'What is planned and approved, the latest plan first' })
  @ApiOkResponse({ type: UpcomingPageDto })
  upcoming(@Query() query: UpcomingQueryDto): Promise<UpcomingPageDto> {
    return this.pages.upcoming(query);
  }

  @Get()
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'All outreaches, the latest plan first' })
  @ApiOkResponse({ type: EngagementPageDto })
  list(@Query() query: EngagementQueryDto): Promise<EngagementPageDto> {
    return this.pages.all(query);
  }

  @Get(':id')
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'One outreach' })
  @ApiOkResponse({ type: EngagementDto })
  async one(@Param('id') id: string): Promise<EngagementDto> {
    const found = await this.engagements.find(id);
    return toEngagementDto(isOnItsWay(found) ? await this.settled(id) : found);
  }

  /** What became of it is written down each minute; who asks for one need not wait for that. */
  private async settled(id: string): Promise<Engagement> {
    await this.delivery.settle();
    return this.engagements.find(id);
  }
}

function isOnItsWay({ status, handedAt }: Engagement): boolean {
  return status === 'approved' && handedAt !== null;
}
