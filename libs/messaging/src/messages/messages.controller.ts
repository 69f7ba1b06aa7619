import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { ChatReader } from '../chats/chat-reader.service.js';
import { PageQueryDto } from '../page-query.dto.js';
import { MessagePages } from './message-pages.service.js';
import { MessagePageDto, SearchQueryDto, toMessageDto } from './message.dto.js';

/** The operator reads and searches messages. */
@ApiTags('messages')
@Controller('api/conversations')
export class MessagesController {
  constructor(
    private readonly chats: ChatReader,
    private readonly pages: MessagePages,
  ) {}

  @Get('chats/:id/messages')
  @Scopes('messages:read')
  @ApiOkResponse({ type: MessagePageDto })
  async list(@Param('id') id: string, @Query() page: PageQueryDto): Promise<MessagePageDto> {
    const chat = await this.chats.find(id);
    const { items, nextCursor } = await this.pages.ofChat(chat.id, page);
    return { messages: items.map(toMessageDto), next_cursor: nextCursor };
  }

  @Get('messages/search')
  @Scopes('messages:read')
  @ApiOkResponse({ type: MessagePageDto })
  async search(@Query() { q, chat, limit, cursor }: SearchQueryDto): Promise<MessagePageDto> {
    const chatId = chat === undefined ? null : (await this.chats.find(chat)).id;
    const { items, nextCursor } = await this.pages.search(q, chatId, { limit, cursor });
    return { messages: items.map(toMessageDto), next_cursor: nextCursor };
  }
}
