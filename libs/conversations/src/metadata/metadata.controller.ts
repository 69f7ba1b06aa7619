import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { TaskRecords } from '#agents';
import { ArchivedHistory, MessageMarks, NOTHING_TO_READ, toLabelsDto } from '#messaging';
import { CurrentPrincipal, Scopes, type Principal } from '#security';

import { MessageAnalysis } from './message-analysis.service.js';
import { MetadataUpdates } from './metadata-updates.service.js';
import {
  AnalyzedMessageDto,
  MetadataRunStartedDto,
  MetadataUpdatedDto,
  RunMetadataDto,
  UpdateMetadataDto,
} from './metadata.dto.js';
import { messageArchived, messageNotFound, nothingToAnalyze } from './metadata.errors.js';

const ALL_CHATS = 'all';

/** Sentiment, category and tags of messages and chats. */
@ApiTags('conversations')
@Controller('api/conversations')
export class MetadataController {
  constructor(
    private readonly analysis: MessageAnalysis,
    private readonly updates: MetadataUpdates,
    private readonly marks: MessageMarks,
    private readonly archived: ArchivedHistory,
    private readonly records: TaskRecords,
  ) {}

  @Post('messages/:id/analyze')
  @HttpCode(200)
  @Scopes('chats:write')
  @ApiOperation({ summary: 'Tells the sentiment, category and tags of one message, now' })
  @ApiOkResponse({ type: AnalyzedMessageDto })
  async analyze(@Param('id') id: string): Promise<AnalyzedMessageDto> {
    const found = (await this.marks.find([id])).get(id);
    if (!found) throw await this.missing(id);
    const [analyzed] = await this.analysis.analyze([found.id]);
    if (!analyzed) throw messageNotFound();
    const { labels, chatId, externalId } = analyzed;
    if (labels.untagged.some(({ reason }) => reason === NOTHING_TO_READ)) throw nothingToAnalyze();
    return {
      success: true,
      message_id: analyzed.id,
      chat_id: chatId,
      external_id: externalId,
      ...toLabelsDto(labels),
      untagged: [...labels.untagged],
    };
  }

  @Post('metadata')
  @HttpCode(200)
  @Scopes('chats:write')
  @ApiOperation({
    summary: 'Notes what was read and done with, and corrects labels; later runs leave corrections alone',
  })
  @ApiOkResponse({ type: MetadataUpdatedDto })
  async update(@Body() { updates = [], chats = [] }: UpdateMetadataDto): Promise<MetadataUpdatedDto> {
    const updated = await this.updates.apply(updates, chats);
    const archived = await this.archived.chatsOf(updated.unknownMessageIds);
    return {
      success: true,
      updated_messages: updated.messages,
      updated_chats: updated.chats,
      unknown_message_ids: updated.unknownMessageIds.filter((id) => !archived.has(id)),
      archived_messages: [...archived].map(([messageId, chatId]) => ({ message_id: messageId, chat_id: chatId })),
      unknown_chat_ids: [...updated.unknownChatIds],
    };
  }

  @Post('metadata/run')
  @HttpCode(202)
  @Scopes('chats:write')
  @ApiOperation({ summary: 'Starts to label everything that is not labelled, of all chats or of some' })
  @ApiAcceptedResponse({ type: MetadataRunStartedDto })
  async run(
    @Body() { chat_ids: ids, since }: RunMetadataDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<MetadataRunStartedDto> {
    const { found, unknown } = await this.updates.findChats(ids ?? []);
    const chatIds = ids && [...new Set(found.values())];
    const payload = { ...(chatIds && { chatIds }), ...(since !== undefined && { since }) };
    // A second run over everything would only look for the same messages.
    const key = ids || since !== undefined ? undefined : ALL_CHATS;
    const { taskId } = await this.records.start('conversation.metadata', payload, { requestedBy: principal.id, key });
    return { success: true, task_id: taskId, unknown_chat_ids: unknown };
  }

  private async missing(id: string): Promise<Error> {
    const chatId = (await this.archived.chatsOf([id])).get(id);
    return chatId === undefined ? messageNotFound() : messageArchived(chatId);
  }
}
