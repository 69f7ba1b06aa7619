import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

import { NewMessageDto } from '../rest/message.dto.js';

/** `message:send`: as the body of the REST route, with the conversation's id in it. */
export class SendCommandDto extends NewMessageDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly conversationId!: string;
}
