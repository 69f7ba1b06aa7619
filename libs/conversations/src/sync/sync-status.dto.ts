import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

import { PageQueryDto } from '#security';

import type { ChatSyncStatus, ShownSyncState, SyncStatusPage } from './sync-status.service.js';

const STATES: readonly ShownSyncState[] = ['never', 'waiting', 'running', 'done', 'failed', 'unsupported'];

export class SyncStatusQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: STATES, description: 'Chats of this state alone.' })
  @IsOptional()
  @IsIn(STATES)
  readonly state?: ShownSyncState;

  @ApiPropertyOptional({ description: "Only this chat: our id, WhatsApp's, or a phone." })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly chat_id?: string;
}

export class SyncErrorDto {
  @ApiProperty() readonly code!: string;
  @ApiProperty() readonly message!: string;
}

/** How far a chat is compared with the phone. */
export class ChatSyncStatusDto {
  @ApiProperty() readonly chat_id!: string;
  @ApiProperty({ description: "WhatsApp's id of the chat." }) readonly external_id!: string;
  @ApiProperty() readonly account_id!: string;
  @ApiProperty({ enum: STATES }) readonly state!: ShownSyncState;
  @ApiProperty({ type: String, nullable: true, enum: ['recent', 'full', null] }) readonly kind!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly requested_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Nothing is missing from then on …' })
  readonly covered_from!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '… until then.' })
  readonly covered_to!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly last_synced_at!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly last_full_sync_at!: string | null;
  @ApiProperty({ description: 'Messages that the last run added.' }) readonly added!: number;
  @ApiProperty() readonly edited!: number;
  @ApiProperty() readonly deleted!: number;
  @ApiProperty({ description: 'Tries in a row that failed.' }) readonly attempts!: number;
  @ApiProperty({ type: SyncErrorDto, nullable: true }) readonly last_error!: SyncErrorDto | null;
}

/** Conversations by their state. */
export class SyncTotalsDto {
  @ApiProperty() readonly chats!: number;
  @ApiProperty() readonly never!: number;
  @ApiProperty() readonly waiting!: number;
  @ApiProperty() readonly running!: number;
  @ApiProperty() readonly done!: number;
  @ApiProperty() readonly failed!: number;
  @ApiProperty() readonly unsupported!: number;
}

export class SyncStatusDto {
  @ApiProperty() readonly success!: boolean;
  @ApiProperty({ type: String, format: 'date-time', description: 'When this was so.' }) readonly as_of!: string;
  @ApiProperty({ type: SyncTotalsDto }) readonly totals!: SyncTotalsDto;
  @ApiProperty({ type: [ChatSyncStatusDto] }) readonly chats!: ChatSyncStatusDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}

export function toSyncStatusDto({ asOf, totals, chats, nextCursor }: SyncStatusPage): SyncStatusDto {
  const all = Object.values(totals).reduce((sum, count) => sum + count, 0);
  return {
    success: true,
    as_of: asOf,
    totals: { chats: all, ...totals },
    chats: chats.map(toChatSyncStatusDto),
    next_cursor: nextCursor,
  };
}

function toChatSyncStatusDto(chat: ChatSyncStatus): ChatSyncStatusDto {
  const { errorCode: code, errorMessage: message } = chat;
  return {
    chat_id: chat.chatId,
    external_id: chat.externalId,
    account_id: chat.accountId,
    state: chat.state,
    kind: chat.kind,
    requested_at: chat.requestedAt,
    covered_from: chat.coveredFrom,
    covered_to: chat.coveredTo,
    last_synced_at: chat.lastSyncedAt,
    last_full_sync_at: chat.lastFullAt,
    added: chat.added,
    edited: chat.edited,
    deleted: chat.deleted,
    attempts: chat.attempts,
    last_error: code === null ? null : { code, message: message ?? '' },
  };
}
