import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { People } from '#messaging';
import { CurrentPrincipal, Scopes, type Principal } from '#security';

import { EngagementDto, EngagementPreviewDto, toEngagementDto, toEngagementPreviewDto } from './engagement.dto.js';
import { PlanEngagementDto, PreviewEngagementDto } from './engagement-input.dto.js';
import { PlanByHand } from './plan-by-hand.service.js';
import { Previews } from './previews.service.js';

/** Looks at what would be planned, and plans by hand. */
@ApiTags('engagements')
@Controller('api/engagements')
export class PlanningController {
  constructor(
    private readonly people: People,
    private readonly previews: Previews,
    private readonly byHand: PlanByHand,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'What would be written to a person first, when, and why; nothing is planned' })
  @ApiOkResponse({ type: EngagementPreviewDto })
  async preview(@Body() { contact_id, type, variant }: PreviewEngagementDto): Promise<EngagementPreviewDto> {
    const contactId = await this.people.find(contact_id);
    const wish = { contactId, ...(type && { type }), ...(variant !== undefined && { variant }) };
    return toEngagementPreviewDto(await this.previews.preview(wish));
  }

  @Post('plan')
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Plans one by hand: every rule and cap holds; own words count as approved' })
  @ApiCreatedResponse({ type: EngagementDto })
  async plan(
    @Body() { contact_id, type, text, due_at }: PlanEngagementDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<EngagementDto> {
    const contactId = await this.people.find(contact_id);
    const wish = { contactId, ...(type && { type }), ...(text !== undefined && { text }) };
    const planned = await this.byHand.plan({ ...wish, ...(due_at && { dueAt: new Date(due_at) }) }, principal.id);
    return toEngagementDto(planned);
  }
}
