import { Body, Controller, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { ChatReader } from '../chats/chat-reader.service.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { OperatorContents } from './operator-contents.service.js';
import { OperatorMessages } from './operator-message.service.js';
import { SendMessageDto, SentMessageDto } from './send-message.dto.js';

/** The operator writes. */
@ApiTags('messages')
@Controller('api/conversations/chats')
export class OperatorMessagesController {
  constructor(
    private readonly chats: ChatReader,
    private readonly contents: OperatorContents,
    private readonly operator: OperatorMessages,
  ) {}

  @Post(':id/messages')
  @ApiOperation({ summary: 'Sends a message in the name of the owner' })
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
    @Body() request: SendMessageDto,
    @Headers('idempotency-key') key?: string,
  ): Promise<SentMessageDto> {
    const idempotencyKey = idempotencyKeyOf(key);
    const chat = await this.chats.find(id);
    const content = await this.contents.of(chat, request);
    const sent = await this.operator.sendContent(chat.id, content, idempotencyKey);
    return { id: sent.id, external_id: sent.messageId, state: sent.state };
  }
}
