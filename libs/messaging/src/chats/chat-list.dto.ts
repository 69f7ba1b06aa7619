import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { LabelledPageDto, labelledPageOf, type LabelledPage } from '../labels/labelled-page.dto.js';

/** What the list of chats takes. */
export class ChatListDto extends LabelledPageDto {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Only chats that are put away, or only those that are not.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly archived?: string;
}

/** Throws as `labelledPageOf`. */
export function chatListOf(
  { archived, ...query }: ChatListDto,
  vocabulary: readonly string[],
): LabelledPage & { readonly archived?: boolean } {
  return { ...labelledPageOf(query, vocabulary), ...(archived !== undefined && { archived: archived === 'true' }) };
}
