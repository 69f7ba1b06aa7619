import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, ForPeople, Scopes, viewerOf, type Principal } from '#security';

import { ConversationDesk } from '../conversation-desk.service.js';
import { ConversationDto, ConversationPageDto, toConversationDto } from './conversation-answer.dto.js';
import { ChangeConversationDto, ConversationListQueryDto, NewConversationDto } from './conversation.dto.js';

/** Conversations of people with characters. A person's token sees that person's own; a key sees all. */
@ApiTags('chat')
@Controller('api/v1/conversations')
export class ConversationsController {
  constructor(private readonly desk: ConversationDesk) {}

  @Post()
  @Scopes('conversations:write')
  @ForPeople()
  @ApiOperation({ summary: 'Begins a conversation with a character, which says its greeting' })
  @ApiCreatedResponse({ type: ConversationDto })
  async create(@Body() wish: NewConversationDto, @CurrentPrincipal() principal: Principal): Promise<ConversationDto> {
    return toConversationDto(await this.desk.create(viewerOf(principal), wish));
  }

  @Get()
  @Scopes('conversations:read')
  @ForPeople()
  @ApiOperation({ summary: 'Conversations, the one with the latest message first' })
  @ApiOkResponse({ type: ConversationPageDto })
  async list(
    @Query() query: ConversationListQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ConversationPageDto> {
    const { items, nextCursor } = await this.desk.list(viewerOf(principal), query);
    return { conversations: items.map(toConversationDto), nextCursor };
  }

  @Get(':id')
  @Scopes('conversations:read')
  @ForPeople()
  @ApiOperation({ summary: 'One conversation' })
  @ApiOkResponse({ type: ConversationDto })
  async read(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<ConversationDto> {
    return toConversationDto(await this.desk.find(viewerOf(principal), id));
  }

  @Put(':id')
  @Scopes('conversations:write')
  @ForPeople()
  @ApiOperation({ summary: 'Gives a conversation a title, or puts it aside; what is left out stays' })
  @ApiOkResponse({ type: ConversationDto })
  async change(
    @Param('id') id: string,
    @Body() change: ChangeConversationDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ConversationDto> {
    return toConversationDto(await this.desk.update(viewerOf(principal), id, change));
  }

  @Delete(':id')
  @HttpCode(204)
  @Scopes('conversations:write')
  @ForPeople()
  @ApiOperation({ summary: 'Deletes what was said for good, and forgets what was told in nothing else' })
  @ApiNoContentResponse()
  async remove(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    await this.desk.remove(viewerOf(principal), id);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Scopes('conversations:write')
  @ForPeople()
  @ApiOperation({ summary: 'Puts a conversation aside, until the person writes in it again' })
  @ApiOkResponse({ type: ConversationDto })
  async archive(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<ConversationDto> {
    return toConversationDto(await this.desk.update(viewerOf(principal), id, { status: 'archived' }));
  }
}
