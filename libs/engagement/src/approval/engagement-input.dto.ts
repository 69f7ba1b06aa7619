import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

import { IsInstant, PageQueryDto } from '#security';

import { ENGAGEMENT_TYPES, type EngagementType } from '../planning/engagement-type.js';
import { ENGAGEMENT_STATUSES, type EngagementStatus } from '../store/engagement.js';

const LONGEST_ID = 200;
/** Far above every setting; the settings decide. */
const LONGEST_TEXT = 10_000;
const CONTACT = { type: String, description: "A contact's id, a phone number, or an id of WhatsApp or of the site." };
const TEXT = {
  type: String,
  description: 'Own words, as long as the settings allow, without links, numbers and places such as {name}.',
};
const MOMENT = { type: String, format: 'date-time' } as const;
const DUE_AT = { ...MOMENT, description: 'Within the next seven days, and outside their quiet hours.' };

export class UpcomingQueryDto extends PageQueryDto {
  @ApiPropertyOptional(CONTACT)
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_ID)
  readonly contact_id?: string;

  @ApiPropertyOptional({ enum: ['planned', 'approved'] })
  @IsOptional()
  @IsIn(['planned', 'approved'])
  readonly status?: 'planned' | 'approved';
}

export class EngagementQueryDto extends PageQueryDto {
  @ApiPropertyOptional(CONTACT)
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_ID)
  readonly contact_id?: string;

  @ApiPropertyOptional({ enum: ENGAGEMENT_STATUSES })
  @IsOptional()
  @IsIn(ENGAGEMENT_STATUSES)
  readonly status?: EngagementStatus;

  @ApiPropertyOptional({ enum: ENGAGEMENT_TYPES })
  @IsOptional()
  @IsIn(ENGAGEMENT_TYPES)
  readonly type?: EngagementType;

  @ApiPropertyOptional({ ...MOMENT, description: 'Planned then or later.' })
  @IsOptional()
  @IsInstant()
  readonly from?: string;

  @ApiPropertyOptional({ ...MOMENT, description: 'Planned before.' })
  @IsOptional()
  @IsInstant()
  readonly to?: string;
}

export class PreviewEngagementDto {
  @ApiProperty(CONTACT)
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_ID)
  readonly contact_id!: string;

  @ApiPropertyOptional({ enum: ENGAGEMENT_TYPES, description: 'None: what suits best.' })
  @IsOptional()
  @IsIn(ENGAGEMENT_TYPES)
  readonly type?: EngagementType;

  @ApiPropertyOptional({ description: 'The key of a variant of a running experiment; none: that of the person.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly variant?: string;
}

/** What an operator may say of an outreach. */
class OwnTermsDto {
  @ApiPropertyOptional(TEXT)
  @ValidateIf((_, text) => text !== undefined)
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly text?: string;

  @ApiPropertyOptional(DUE_AT)
  @ValidateIf((_, time) => time !== undefined)
  @IsInstant()
  readonly due_at?: string;
}

/** What is left out stays. */
export class EditEngagementDto extends OwnTermsDto {}

/** What is left out is as suits best. */
export class PlanEngagementDto extends OwnTermsDto {
  @ApiProperty(CONTACT)
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_ID)
  readonly contact_id!: string;

  @ApiPropertyOptional({ enum: ENGAGEMENT_TYPES, description: 'None: what suits best.' })
  @IsOptional()
  @IsIn(ENGAGEMENT_TYPES)
  readonly type?: EngagementType;
}

export class RejectEngagementDto {
  @ApiPropertyOptional({ type: String, example: 'wrong-tone', description: 'One word; kept behind `rejected:`.' })
  @ValidateIf((_, reason) => reason !== undefined)
  @Matches(/^[a-z][a-z0-9-]{0,39}$/, { message: 'reason must be one word, such as wrong-tone' })
  readonly reason?: string;
}
