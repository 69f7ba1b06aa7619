import { ApiProperty } from '@nestjs/swagger';

import { StartedTaskDto } from '#agents';

/** A task that began, about chats that were named. */
export class StartedForChatsDto extends StartedTaskDto {
  @ApiProperty({ type: [String], description: 'Those of the ids that nobody knows; the task leaves them out.' })
  readonly unknown_chat_ids!: string[];
}
