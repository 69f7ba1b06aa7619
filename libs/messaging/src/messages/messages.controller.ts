import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { ChatReader } from '../chats/chat-reader.service.js';
import { idempotencyKeyOf } from '../outbox/idempotency-key.js';
import { OperatorMessages } from '../outbox/operator-message.service.js';
import { PageQueryDto } from '../page-query.dto.js';
import { MessagePages } from './message-pages.service.js';
import { MessagePageDto, SearchQueryDto, SendMessageDto, SentMessageDto, toMessageDto } from './message.dto.js';

/** The operator reads, searches and writes messages. */
@ApiTags('messages')
@Controller('api/conversations')
export class MessagesController {
  constructor(
    private readonly chats: ChatReader,
    private readonly pages: MessagePages,
    private readonly operator: OperatorMessages,
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

  @Post('chats/:id/messages')
  @HttpCode(202)
  @Scopes('messages:write')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'The same key sends the message once: 1 to 200 visible ASCII characters.',
  })
  @ApiAcceptedResponse({ type: SentMessageDto })
  async send(
    @Param('id') id: string,
    @Body() { text }: SendMessageDto,
    @Headers('idempotency-key') key?: string,
  ): Promise<SentMessageDto> {
    const idempotencyKey = idempotencyKeyOf(key);
    const chat = await this.chats.find(id);
    const sent = await this.operator.send(chat.id, text, idempotencyKey);
    return { id: sent.id, external_id: sent.messageId, state: sent.state };
  }
}
