import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

import { PERSON_TOKEN_SECONDS } from '#security';

const USER_ID = {
  type: String,
  minLength: 1,
  maxLength: 200,
  description: "The person's id on your site; or the id, phone number or WhatsApp id of a contact.",
  example: 'visitor-7',
} as const;
const NOT_BLANK = { message: '$property must hold something that can be read' };

/** Whom a token is for. */
export class NewTokenDto {
  @ApiProperty({ ...USER_ID, description: `${USER_ID.description} One that is not known yet becomes a new person.` })
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  readonly userId!: string;

  @ApiPropertyOptional({ type: String, minLength: 1, maxLength: 100, description: 'What the person is called.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, NOT_BLANK)
  readonly name?: string | null;

  @ApiPropertyOptional({
    type: Number,
    minimum: PERSON_TOKEN_SECONDS.min,
    maximum: PERSON_TOKEN_SECONDS.max,
    default: PERSON_TOKEN_SECONDS.default,
    description: 'For how long it is good. Give a new one before that.',
  })
  @IsOptional()
  @IsInt()
  @Min(PERSON_TOKEN_SECONDS.min)
  @Max(PERSON_TOKEN_SECONDS.max)
  readonly ttlSeconds?: number | null;
}

/** Whose tokens are to stop. */
export class RevokeTokensDto {
  @ApiProperty(USER_ID)
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  readonly userId!: string;
}

export class TokenDto {
  @ApiProperty({ description: 'A JWT, shown this once, for `Authorization: Bearer` and the `auth` of a socket.' })
  readonly token!: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly expiresAt!: Date;
}

export class RevokedTokensDto {
  @ApiProperty({ description: 'How many tokens were good until now.' }) readonly revoked!: number;
}
