import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, ValidateIf } from 'class-validator';

import type { FeedView } from './feed-view.js';
import type { FeedKind } from './feed.entity.js';

const KINDS: readonly FeedKind[] = ['feed', 'link'];
const MOST_GROUPS = 100;
const GROUPS = {
  type: String,
  isArray: true,
  maxItems: MOST_GROUPS,
  description: 'Ids of groups that it is for; none: all.',
};

export class AddFeedDto {
  @ApiProperty({ example: 'https://example.org/feed.xml', maxLength: 2_000 })
  @IsString()
  @Length(1, 2_000)
  readonly url!: string;

  @ApiPropertyOptional({ enum: KINDS, default: 'feed', description: 'A link is shared itself, once a group.' })
  @IsOptional()
  @IsIn(KINDS)
  readonly kind?: FeedKind;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200, description: 'A link needs one.' })
  @IsOptional()
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @Length(1, 200)
  readonly title?: string | null;

  @ApiPropertyOptional(GROUPS)
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_GROUPS)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  readonly groups?: readonly string[];
}

export class ChangeFeedDto {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200, description: "null takes the feed's own." })
  @IsOptional()
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @Length(1, 200)
  readonly title?: string | null;

  @ApiPropertyOptional(GROUPS)
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(MOST_GROUPS)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  readonly groups?: readonly string[];

  @ApiPropertyOptional({ description: 'true begins anew, whatever failed before.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  readonly enabled?: boolean;
}

export class FeedDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly url!: string;

  @ApiProperty({ enum: KINDS })
  readonly kind!: FeedKind;

  @ApiProperty({ type: String, nullable: true })
  readonly title!: string | null;

  @ApiProperty({ type: [String], description: 'Ids of chats; none: all groups.' })
  readonly groups!: readonly string[];

  @ApiProperty({ description: 'False, too, after it failed ten times in a row.' })
  readonly enabled!: boolean;

  @ApiProperty({ description: 'Things of it that are kept; a group hears of each once.' })
  readonly items!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly fetched_at!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly next_fetch_at!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What was wrong the last time, and what to do about it.' })
  readonly error!: string | null;

  @ApiProperty({ description: 'In a row.' })
  readonly failures!: number;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;
}

export class FeedsDto {
  @ApiProperty({ type: [FeedDto] })
  readonly feeds!: readonly FeedDto[];
}

export function toFeedDto({ chatIds, fetchedAt, nextFetchAt, createdAt, ...feed }: FeedView): FeedDto {
  return {
    ...feed,
    groups: chatIds,
    fetched_at: fetchedAt?.toISOString() ?? null,
    next_fetch_at: nextFetchAt?.toISOString() ?? null,
    created_at: createdAt.toISOString(),
  };
}
