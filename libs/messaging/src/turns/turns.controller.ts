import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { PageQueryDto, Scopes } from '#security';

import { ChatReader } from '../chats/chat-reader.service.js';
import { TurnReader } from './turn-reader.service.js';
import { toTurnDto, TurnPageDto } from './turn.dto.js';

/** Why a chat was answered as it was, or not at all. */
@ApiTags('chats')
@Controller('api/conversations/chats')
export class TurnsController {
  constructor(
    private readonly chats: ChatReader,
    private readonly turns: TurnReader,
  ) {}

  @Get(':id/turns')
  @Scopes('chats:read')
  @ApiOperation({ summary: 'What became of each burst of messages in a chat, and why' })
  @ApiOkResponse({ type: TurnPageDto })
  async list(@Param('id') id: string, @Query() page: PageQueryDto): Promise<TurnPageDto> {
    const chat = await this.chats.find(id);
    const { items, nextCursor } = await this.turns.ofChat(chat.id, page);
    return { turns: items.map(toTurnDto), next_cursor: nextCursor };
  }
}
