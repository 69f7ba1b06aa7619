import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, ForPeople, Scopes, viewerOf, type Principal } from '#security';

import { ChatReports } from './chat-reports.service.js';
import { ReportDto } from './report.dto.js';

/** People tell an operator that something should be looked at. */
@ApiTags('chat')
@Controller('api/v1')
export class ReportsController {
  constructor(private readonly reports: ChatReports) {}

  @Post('conversations/:id/report')
  @HttpCode(202)
  @Scopes('conversations:write')
  @ForPeople()
  @ApiOperation({ summary: 'Asks an operator to look at a conversation' })
  @ApiAcceptedResponse()
  async conversation(
    @Param('id') id: string,
    @Body() _: ReportDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    await this.reports.conversation(viewerOf(principal), id);
  }

  @Post('messages/:messageId/report')
  @HttpCode(202)
  @Scopes('conversations:write')
  @ForPeople()
  @ApiOperation({ summary: 'Asks an operator to look at a message' })
  @ApiAcceptedResponse()
  async message(
    @Param('messageId') messageId: string,
    @Body() _: ReportDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    await this.reports.message(viewerOf(principal), messageId);
  }
}
