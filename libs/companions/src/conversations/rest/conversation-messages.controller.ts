import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';

import { CurrentPrincipal, ForPeople, Scopes, viewerOf, type Principal } from '#security';

import { ConversationTalk } from '../conversation-talk.service.js';
import { clientIdOf } from './client-id-of.js';
import {
  ConversationMessageDto,
  ConversationMessagePageDto,
  MessagesReadDto,
  toMessagePageDto,
} from './message-answer.dto.js';
import {
  ConversationMessagesQueryDto,
  ConversationSearchQueryDto,
  NewMessageDto,
  ReadMessagesDto,
} from './message.dto.js';

/** What we need of the server's reply. */
interface Reply {
  status(code: number): unknown;
}

/** What is said in conversations. */
@ApiTags('chat')
@Controller('api/v1')
export class ConversationMessagesController {
  constructor(private readonly talk: ConversationTalk) {}

  @Post('conversations/:id/messages')
  @Scopes('conversations:write')
  @ForPeople()
  @ApiOperation({ summary: 'Says something as the person, once for each `clientId`' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'In place of `clientId`.' })
  @ApiCreatedResponse({ type: ConversationMessageDto })
  @ApiOkResponse({ type: ConversationMessageDto, description: 'It was there already.' })
  async send(
    @Param('id') id: string,
    @Body() { content, type, clientId }: NewMessageDto,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: Reply,
    @Headers('idempotency-key') key?: string,
  ): Promise<ConversationMessageDto> {
    const named = clientIdOf(clientId, key);
    const { message, stored } = await this.talk.send(viewerOf(principal), id, {
      ...{ content, type },
      ...(named !== undefined && { clientId: named }),
    });
    if (!stored) reply.status(200);
    return message;
  }

  @Get('conversations/:id/messages')
  @Scopes('conversations:read')
  @ForPeople()
  @ApiOperation({ summary: 'What was said, the latest first' })
  @ApiOkResponse({ type: ConversationMessagePageDto })
  async list(
    @Param('id') id: string,
    @Query() page: ConversationMessagesQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ConversationMessagePageDto> {
    return toMessagePageDto(await this.talk.list(viewerOf(principal), id, page));
  }

  @Put('conversations/:id/messages/read')
  @Scopes('conversations:write')
  @ForPeople()
  @ApiOperation({ summary: 'Notes that the person has read what the character said' })
  @ApiOkResponse({ type: MessagesReadDto })
  async read(
    @Param('id') id: string,
    @Body() { upTo }: ReadMessagesDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<MessagesReadDto> {
    return this.talk.read(viewerOf(principal), id, upTo === undefined ? {} : { upTo });
  }

  @Delete('messages/:messageId')
  @HttpCode(204)
  @Scopes('conversations:write')
  @ForPeople()
  @ApiOperation({ summary: 'Deletes a message for good, and forgets what was told in nothing else' })
  @ApiNoContentResponse()
  async remove(@Param('messageId') messageId: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    await this.talk.remove(viewerOf(principal), messageId);
  }

  @Get('conversations/search')
  @Scopes('conversations:read')
  @ForPeople()
  @ApiOperation({ summary: 'Finds messages by their words, in all conversations' })
  @ApiOkResponse({ type: ConversationMessagePageDto })
  async searchAll(
    @Query() { q, ...page }: ConversationSearchQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ConversationMessagePageDto> {
    return toMessagePageDto(await this.talk.search(viewerOf(principal), q, null, page));
  }

  @Get('conversations/:id/messages/search')
  @Scopes('conversations:read')
  @ForPeople()
  @ApiOperation({ summary: 'Finds messages by their words, in one conversation' })
  @ApiOkResponse({ type: ConversationMessagePageDto })
  async search(
    @Param('id') id: string,
    @Query() { q, ...page }: ConversationSearchQueryDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ConversationMessagePageDto> {
    return toMessagePageDto(await this.talk.search(viewerOf(principal), q, id, page));
  }
}
