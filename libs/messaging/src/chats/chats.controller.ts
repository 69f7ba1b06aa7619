import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { MetadataConfig } from '#config';
import { ChatListDto, chatListOf } from './chat-list.dto.js';
import { ChatReader } from './chat-reader.service.js';
import { ChatSettingsService } from './chat-settings.service.js';
import { ChangeChatDto, ChatDto, ChatPageDto, toChatDto } from './chat.dto.js';

/** The operator's view of the chats. An id is ours or WhatsApp's (`34600000001@c.us`). */
@ApiTags('chats')
@Controller('api/conversations/chats')
export class ChatsController {
  constructor(
    private readonly chats: ChatReader,
    private readonly settings: ChatSettingsService,
    private readonly metadata: MetadataConfig,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Chats, the latest first' })
  @Scopes('chats:read')
  @ApiOkResponse({ type: ChatPageDto })
  async list(@Query() query: ChatListDto): Promise<ChatPageDto> {
    const { items, nextCursor } = await this.chats.list(chatListOf(query, this.metadata.vocabulary));
    return { chats: items.map(toChatDto), next_cursor: nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One chat' })
  @Scopes('chats:read')
  @ApiOkResponse({ type: ChatDto })
  async get(@Param('id') id: string): Promise<ChatDto> {
    return toChatDto(await this.chats.find(id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes whether and how a chat is answered' })
  @Scopes('chats:write')
  @ApiOkResponse({ type: ChatDto })
  async change(@Param('id') id: string, @Body() change: ChangeChatDto): Promise<ChatDto> {
    const chat = await this.chats.find(id);
    const until = change.taken_over_until;
    await this.settings.change(chat.id, {
      replyMode: change.reply_mode,
      allowed: change.allowed,
      takenOverUntil: typeof until === 'string' ? new Date(until) : until,
    });
    return toChatDto(await this.chats.find(chat.id));
  }
}
