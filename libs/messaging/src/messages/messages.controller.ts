import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { MetadataConfig } from '#config';
import { Scopes } from '#security';

import { ChatReader } from '../chats/chat-reader.service.js';
import { LabelledPageDto, labelledPageOf } from '../labels/labelled-page.dto.js';
import { MessagePages } from './message-pages.service.js';
import { MessagePageDto, SearchQueryDto, toMessageDto } from './message.dto.js';

/** The operator reads and searches messages. */
@ApiTags('messages')
@Controller('api/conversations')
export class MessagesController {
  constructor(
    private readonly chats: ChatReader,
    private readonly pages: MessagePages,
    private readonly metadata: MetadataConfig,
  ) {}

  @Get('chats/:id/messages')
  @ApiOperation({ summary: 'The messages of a chat, the latest first' })
  @Scopes('messages:read')
  @ApiOkResponse({ type: MessagePageDto })
  async list(@Param('id') id: string, @Query() query: LabelledPageDto): Promise<MessagePageDto> {
    const chat = await this.chats.find(id);
    const { items, nextCursor, unreadable } = await this.pages.ofChat(
      chat.id,
      labelledPageOf(query, this.metadata.vocabulary),
    );
    return { messages: items.map(toMessageDto), next_cursor: nextCursor, unreadable_archives: unreadable };
  }

  @Get('messages/search')
  @ApiOperation({ summary: 'Finds messages by their words' })
  @Scopes('messages:read')
  @ApiOkResponse({ type: MessagePageDto })
  async search(@Query() query: SearchQueryDto): Promise<MessagePageDto> {
    const { q, chat } = query;
    const chatId = chat === undefined ? null : (await this.chats.find(chat)).id;
    const { items, nextCursor, unreadable } = await this.pages.search(
      q,
      chatId,
      labelledPageOf(query, this.metadata.vocabulary),
    );
    return { messages: items.map(toMessageDto), next_cursor: nextCursor, unreadable_archives: unreadable };
  }
}
