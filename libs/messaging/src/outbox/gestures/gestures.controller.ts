import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { ChatReader } from '../../chats/chat-reader.service.js';
import { GestureDesk } from './gesture-desk.service.js';
import { ReactionDto } from './reaction.dto.js';

/** What the operator does in a chat without a word. Accepted at once, done by the connector. */
@ApiTags('messages')
@Controller(['api/conversations/chats', 'api/chats'])
export class GesturesController {
  constructor(
    private readonly chats: ChatReader,
    private readonly gestures: GestureDesk,
  ) {}

  @Post(':id/messages/:messageId/reaction')
  @ApiOperation({ summary: 'Reacts to a message, or takes the reaction back' })
  @HttpCode(202)
  @Scopes('messages:write')
  @ApiAcceptedResponse()
  async react(
    @Param('id') id: string,
    @Param('messageId') messageId: string,
    @Body() { emoji }: ReactionDto,
  ): Promise<void> {
    await this.gestures.react(await this.chats.find(id), messageId, emoji);
  }

  @Post(':id/read')
  @ApiOperation({ summary: 'Marks what a contact wrote as read' })
  @HttpCode(202)
  @Scopes('messages:write')
  @ApiAcceptedResponse()
  async markRead(@Param('id') id: string): Promise<void> {
    await this.gestures.markRead(await this.chats.find(id));
  }
}
