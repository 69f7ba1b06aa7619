import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';

/** One emoji as it is seen, whatever it is made of: skin tones, flags, keycaps and families too. Or nothing. */
const EMOJI = new RegExp('^(?:\\p{RGI_Emoji}|\\p{Extended_Pictographic}\\ufe0f?)?$', 'v');

export class ReactionDto {
  @ApiProperty({ description: 'One emoji; empty takes the reaction back.', maxLength: 64 })
  @IsString()
  @MaxLength(64)
  @Matches(EMOJI, { message: 'emoji must be one emoji, or empty' })
  readonly emoji!: string;
}
