import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { TaskRecords } from '#agents';
import { ChatReader } from '#messaging';
import { CurrentPrincipal, Scopes, type Principal } from '#security';

import { StartedForChatsDto } from '../started-for-chats.dto.js';
import { SyncStatus } from './sync-status.service.js';
import { SyncStatusDto, SyncStatusQueryDto, toSyncStatusDto } from './sync-status.dto.js';
import { SyncDto } from './sync.dto.js';

/** Keeps the store equal to what the phone has. */
@ApiTags('conversations')
@Controller('api/conversations')
export class SyncController {
  constructor(
    private readonly tasks: TaskRecords,
    private readonly status: SyncStatus,
    private readonly chats: ChatReader,
  ) {}

  @Post('sync')
  @HttpCode(202)
  @Scopes('chats:write')
  @ApiOperation({ summary: 'Compares chats with the phone: stores what is missing, takes over edits and deletions' })
  @ApiAcceptedResponse({ type: StartedForChatsDto })
  async sync(@CurrentPrincipal() principal: Principal, @Body() body?: SyncDto): Promise<StartedForChatsDto> {
    const unknown = await this.chats.unknownAmong(body?.chat_ids ?? []);
    const { taskId } = await this.tasks.start(
      'conversation.sync',
      { full: body?.full ?? false, ...(body?.chat_ids && { chat_ids: body.chat_ids }) },
      { requestedBy: principal.id },
    );
    return { success: true, task_id: taskId, unknown_chat_ids: [...unknown] };
  }

  @Get('sync-status')
  @Scopes('chats:read')
  @ApiOperation({ summary: 'How far each chat is compared with the phone; seconds old at the most, see as_of' })
  @ApiOkResponse({ type: SyncStatusDto })
  async syncStatus(@Query() { chat_id: chat, ...query }: SyncStatusQueryDto): Promise<SyncStatusDto> {
    const chatId = chat === undefined ? undefined : (await this.chats.find(chat)).id;
    return toSyncStatusDto(await this.status.page({ ...query, chatId }));
  }
}
