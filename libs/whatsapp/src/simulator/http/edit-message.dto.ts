import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';

/** More than WhatsApp lets through, as with a message that is written. */
const LONGEST_BODY = 100_000;

/** Which message is deleted: its id counts in its own chat. */
export class RevokeMessageDto {
  @ApiProperty({ example: '+34600000001', description: 'The chat: a phone or any id of WhatsApp' })
  @IsString()
  @Length(1, 128)
  readonly chat!: string;
}

export class EditMessageDto extends RevokeMessageDto {
  @ApiProperty({ example: 'hello again', description: 'What it says from now on' })
  @IsString()
  @MaxLength(LONGEST_BODY)
  readonly body!: string;
}
