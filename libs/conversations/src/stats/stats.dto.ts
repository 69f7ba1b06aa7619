import { ApiProperty } from '@nestjs/swagger';

import type { StoreStats } from './stats.service.js';

const BYTES_A_MEGABYTE = 1_048_576;

/** The whole store, as the API shows it. */
export class StatsDto {
  @ApiProperty() readonly total_chats!: number;
  @ApiProperty({ description: 'live and archived' }) readonly total_messages!: number;
  @ApiProperty() readonly archived_chats!: number;
  @ApiProperty() readonly archived_messages!: number;
  @ApiProperty({ description: 'MiB on disk, indexes included' }) readonly database_size_mb!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly oldest_message!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly newest_message!: Date | null;
}

export function toStatsDto(stats: StoreStats): StatsDto {
  return {
    total_chats: stats.totalChats,
    total_messages: stats.totalMessages,
    archived_chats: stats.archivedChats,
    archived_messages: stats.archivedMessages,
    database_size_mb: Math.round((stats.databaseBytes / BYTES_A_MEGABYTE) * 100) / 100,
    oldest_message: stats.oldestMessage,
    newest_message: stats.newestMessage,
  };
}
