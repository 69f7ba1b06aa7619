import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { StartedTaskDto, TaskRecords } from '#agents';
import { ChatReader } from '#messaging';
import { CurrentPrincipal, PageQueryDto, type Principal, Scopes } from '#security';

import { StartedForChatsDto } from '../started-for-chats.dto.js';
import { ArchiveList } from './archive-list.service.js';
import { ArchivePreviews } from './archive-preview.service.js';
import {
  ArchiveChatsDto,
  ArchivePageDto,
  ArchivePreviewDto,
  ListArchivesDto,
  PreviewArchiveDto,
  toArchiveDto,
  toPreviewedDto,
  UnarchiveChatDto,
} from './archive.dto.js';
import { fromAfterTo, notArchived } from './archive.errors.js';

/** The operator puts chats away and brings them back. */
@ApiTags('conversations')
@Controller('api/conversations')
export class ArchiveController {
  constructor(
    private readonly tasks: TaskRecords,
    private readonly archives: ArchiveList,
    private readonly previews: ArchivePreviews,
    private readonly chats: ChatReader,
  ) {}

  @Post('archive')
  @HttpCode(202)
  @Scopes('chats:write')
  @ApiOperation({ summary: 'Puts chats away: they stay readable and are found as before' })
  @ApiAcceptedResponse({ type: StartedForChatsDto })
  async archive(
    @CurrentPrincipal() principal: Principal,
    @Body() { chat_ids: chatIds, reason, compress }: ArchiveChatsDto,
  ): Promise<StartedForChatsDto> {
    const unknown = await this.chats.unknownAmong(chatIds);
    const payload = { chatIds, reason, compress, requestedBy: principal.id };
    const { taskId } = await this.tasks.start('conversation.archive', payload, { requestedBy: principal.id });
    return { success: true, task_id: taskId, unknown_chat_ids: [...unknown] };
  }

  @Post('archive/preview')
  @HttpCode(200)
  @Scopes('chats:read')
  @ApiOperation({ summary: 'What would be archived, and why' })
  @ApiOkResponse({ type: ArchivePreviewDto })
  async preview(@Query() page: PageQueryDto, @Body() body?: PreviewArchiveDto): Promise<ArchivePreviewDto> {
    const names = body?.chat_ids;
    const { chats, unknown, nextCursor } = names
      ? await this.previews.ofThese(names)
      : await this.previews.ofNight(page);
    return { chats: chats.map(toPreviewedDto), unknown_chat_ids: [...unknown], next_cursor: nextCursor };
  }

  @Post('unarchive')
  @HttpCode(202)
  @Scopes('chats:write')
  @ApiOperation({ summary: 'Brings an archived chat back' })
  @ApiAcceptedResponse({ type: StartedTaskDto })
  async unarchive(
    @CurrentPrincipal() principal: Principal,
    @Body() { chat_id: name }: UnarchiveChatDto,
  ): Promise<StartedTaskDto> {
    const { id: chatId } = await this.chats.find(name);
    if (!(await this.archives.has(chatId))) throw notArchived();
    const started = { requestedBy: principal.id, key: chatId };
    const { taskId } = await this.tasks.start('conversation.unarchive', { chatId, byHand: true }, started);
    return { success: true, task_id: taskId };
  }

  @Get('archives')
  @Scopes('chats:read')
  @ApiOperation({ summary: 'The archives, the latest first' })
  @ApiOkResponse({ type: ArchivePageDto })
  async list(
    @Query() { limit, cursor, chat_id: chat, from, to, reason, state }: ListArchivesDto,
  ): Promise<ArchivePageDto> {
    if (from !== undefined && to !== undefined && new Date(from) > new Date(to)) throw fromAfterTo();
    const filter = {
      ...(chat !== undefined && { chatId: (await this.chats.find(chat)).id }),
      ...(from !== undefined && { from: new Date(from) }),
      ...(to !== undefined && { to: new Date(to) }),
      ...{ reason, state },
    };
    const { items, nextCursor } = await this.archives.page(filter, { limit, cursor });
    return { archives: items.map(toArchiveDto), next_cursor: nextCursor };
  }
}
