import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { OutboxDesk } from './outbox-desk.service.js';
import { OutboxResolution } from './outbox-resolution.service.js';
import { OutboxPageDto, OutboxQueryDto, ResolveDto, toOutboxDto } from './outbox.dto.js';

/** What is to be sent: the operator sees it, approves drafts or throws them away, and ends what is unknown. */
@ApiTags('outbox')
@Controller(['api/conversations/outbox', 'api/outbox'])
export class OutboxController {
  constructor(
    private readonly desk: OutboxDesk,
    private readonly resolution: OutboxResolution,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What was to be sent, and what became of it' })
  @Scopes('messages:read')
  @ApiOkResponse({ type: OutboxPageDto })
  async list(@Query() { state, limit, cursor }: OutboxQueryDto): Promise<OutboxPageDto> {
    const { items, nextCursor } = await this.desk.list(state ?? null, { limit, cursor });
    return { outbox: items.map(toOutboxDto), next_cursor: nextCursor };
  }

  @Post(':id/approve')
  @ApiOperation({ summary: 'Sends a draft' })
  @HttpCode(204)
  @Scopes('messages:write')
  @ApiNoContentResponse()
  approve(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.desk.approve(id);
  }

  @Post(':id/discard')
  @ApiOperation({ summary: 'Throws a draft away' })
  @HttpCode(204)
  @Scopes('messages:write')
  @ApiNoContentResponse()
  discard(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.desk.discard(id);
  }

  @Post(':id/resolve')
  @ApiOperation({ summary: 'Says what became of a message of which nobody else knows' })
  @HttpCode(204)
  @Scopes('messages:write')
  @ApiNoContentResponse()
  resolve(@Param('id', ParseUUIDPipe) id: string, @Body() { outcome }: ResolveDto): Promise<void> {
    return this.resolution.resolve(id, outcome);
  }
}
