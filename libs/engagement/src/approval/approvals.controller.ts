import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, Scopes, type Principal } from '#security';

import { Approvals } from './approvals.service.js';
import { EngagementDto, toEngagementDto } from './engagement.dto.js';
import { EditEngagementDto, RejectEngagementDto } from './engagement-input.dto.js';
import { PlanEdits } from './plan-edits.service.js';
import { Rejections } from './rejections.service.js';
import { SendNow } from './send-now.service.js';

/** What an operator decides about an outreach that waits. */
@ApiTags('engagements')
@Controller('api/engagements/:id')
export class ApprovalsController {
  constructor(
    private readonly approvals: Approvals,
    private readonly edits: PlanEdits,
    private readonly rejections: Rejections,
    private readonly sending: SendNow,
  ) {}

  @Patch()
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Gives one that waits other words or another time' })
  @ApiOkResponse({ type: EngagementDto })
  async edit(
    @Param('id') id: string,
    @Body() { text, due_at }: EditEngagementDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<EngagementDto> {
    const edit = { ...(text !== undefined && { text }), ...(due_at !== undefined && { dueAt: new Date(due_at) }) };
    return toEngagementDto(await this.edits.edit(id, edit, principal.id));
  }

  @Post('approve')
  @HttpCode(200)
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Lets one leave at its time' })
  @ApiOkResponse({ type: EngagementDto })
  async approve(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<EngagementDto> {
    return toEngagementDto(await this.approvals.approve(id, principal.id));
  }

  @Post('reject')
  @HttpCode(200)
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Ends one that waits; it is not sent' })
  @ApiOkResponse({ type: EngagementDto })
  async reject(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
    @Body() rejection?: RejectEngagementDto,
  ): Promise<EngagementDto> {
    return toEngagementDto(await this.rejections.reject(id, principal.id, rejection?.reason));
  }

  @Post('send_now')
  @HttpCode(200)
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Sends one before its time; STOP, quiet hours and caps hold' })
  @ApiOkResponse({ type: EngagementDto })
  async sendNow(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<EngagementDto> {
    return toEngagementDto(await this.sending.send(id, principal.id));
  }
}
