import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { AppError } from '#kernel';
import { PageQueryDto } from '#security';

import type { LabelFilter } from './label-filter.js';
import { CATEGORIES, SENTIMENTS, TAG } from './label-values.js';

/** What a list takes that can be narrowed to labels. */
export class LabelledPageDto extends PageQueryDto {
  @ApiPropertyOptional({ type: String, description: 'Only what has this tag.' })
  @IsOptional()
  @Matches(TAG, { message: 'must be a tag: small letters, digits, _ and -, such as follow_up' })
  readonly tag?: string;

  @ApiPropertyOptional({ enum: CATEGORIES })
  @IsOptional()
  @IsIn(CATEGORIES)
  readonly category?: string;

  @ApiPropertyOptional({ enum: SENTIMENTS })
  @IsOptional()
  @IsIn(SENTIMENTS)
  readonly sentiment?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'A chat is read when its latest message is.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly is_read?: string;
}

export interface LabelledPage {
  readonly limit: number;
  readonly cursor?: string;
  readonly filter: LabelFilter;
}

/** `vocabulary`: the tags that there are. Throws `request.invalid`. */
export function labelledPageOf(
  { limit, cursor, tag, category, sentiment, is_read }: LabelledPageDto,
  vocabulary: readonly string[],
): LabelledPage {
  if (tag !== undefined && !vocabulary.includes(tag)) throw tagNotKnown(vocabulary);
  const isRead = is_read === undefined ? {} : { isRead: is_read === 'true' };
  return { limit, cursor, filter: { tag, category, sentiment, ...isRead } };
}

/** As of the other labels. */
function tagNotKnown(vocabulary: readonly string[]): AppError {
  const message = `tag must be one of the following values: ${vocabulary.join(', ')}`;
  return new AppError('request.invalid', 'Correct the fields named in "errors" and send the request again.', {
    kind: 'invalid',
    details: { errors: [{ field: 'tag', message }] },
  });
}
