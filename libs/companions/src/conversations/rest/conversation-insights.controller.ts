import { Readable } from 'node:stream';

import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, ForPeople, Scopes, viewerOf, type Principal } from '#security';

import { ConversationInsights } from '../analytics/conversation-insights.service.js';
import { ConversationContexts } from '../context/conversation-context.service.js';
import { ConversationExport } from '../export/conversation-export.service.js';
import {
  ConversationAnalyticsDto,
  ConversationAnalyticsQueryDto,
  ConversationContextDto,
  ConversationFiguresDto,
} from './insights.dto.js';

/** What can be told about conversations. */
@ApiTags('chat')
@Controller('api/v1/conversations')
export class ConversationInsightsController {
  constructor(
    private readonly insights: ConversationInsights,
    private readonly contexts: ConversationContexts,
    private readonly exports: ConversationExport,
  ) {}

  @Get('analytics')
  @Scopes('conversations:read')
  @ForPeople()
  @ApiOperation({ summary: 'What went on in all conversations, day by day' })
  @ApiOkResponse({ type: ConversationFiguresDto })
  all(
    @Query() days: ConversationAnalyticsQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ConversationFiguresDto> {
    return this.insights.all(viewerOf(principal), days);
  }

  @Get(':id/analytics')
  @Scopes('conversations:read')
  @ForPeople()
  @ApiOperation({ summary: 'What went on in one conversation, and how close the two are now' })
  @ApiOkResponse({ type: ConversationAnalyticsDto })
  one(
    @Param('id') id: string,
    @Query() days: ConversationAnalyticsQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ConversationAnalyticsDto> {
    return this.insights.one(viewerOf(principal), id, days);
  }

  @Get(':id/context')
  @Scopes('conversations:read', 'memory:read')
  @ApiOperation({ summary: 'What an answer would be made from now: messages, memories with reasons, state' })
  @ApiOkResponse({ type: ConversationContextDto })
  context(@Param('id') id: string): Promise<ConversationContextDto> {
    return this.contexts.of(id);
  }

  @Get(':id/export')
  @Scopes('conversations:read')
  @ForPeople()
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'Everything of a conversation as one JSON document' })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async export(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<StreamableFile> {
    const content = await this.exports.open(viewerOf(principal), id);
    return new StreamableFile(Readable.from(content, { objectMode: false }), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="conversation.json"',
    });
  }
}
