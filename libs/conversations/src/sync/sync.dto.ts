import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsString, Length, Matches, ValidateIf } from 'class-validator';

const MOST_CHATS = 1_000;
const LONGEST_ID = 200;

/** Which chats are compared, and how far back. */
export class SyncDto {
  @ApiPropertyOptional({
    type: [String],
    maxItems: MOST_CHATS,
    example: ['123456@c.us'],
    description: "Chats by our id or WhatsApp's. Left out: every conversation, those that only the phone has included.",
  })
  // null is not "all": who gives a list means that list.
  @ValidateIf(({ chat_ids }: SyncDto) => chat_ids !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CHATS)
  @IsString({ each: true })
  @Length(1, LONGEST_ID, { each: true })
  @Matches(/^[^\p{Cc}\p{Cs}]+$/u, { each: true, message: 'chat_ids takes ids without control characters' })
  readonly chat_ids?: readonly string[];

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Compares whole chats, as far back as the phone goes, instead of what is recent.',
  })
  @ValidateIf(({ full }: SyncDto) => full !== undefined)
  @IsBoolean()
  readonly full?: boolean;
}
