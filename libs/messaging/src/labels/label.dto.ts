import { ApiProperty } from '@nestjs/swagger';

import type { LabelsView, LabelView } from './label-view.js';
import { CATEGORIES, FACETS, SENTIMENTS } from './label-values.js';

/** One label as the API shows it. */
export class LabelDto {
  @ApiProperty() readonly value!: string;
  @ApiProperty({ description: '0 to 1; of a chat: the share of its latest messages.' }) readonly confidence!: number;
  @ApiProperty({ type: String, nullable: true, description: 'null for the operator, and for what sums up a chat.' })
  readonly model!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) readonly at!: Date;
  @ApiProperty({ enum: ['model', 'operator'] }) readonly source!: string;
}

/** What could not be told, and why. */
export class UntaggedDto {
  @ApiProperty({ enum: FACETS }) readonly facet!: string;
  @ApiProperty() readonly reason!: string;
}

/** What is known about a message or a chat. */
export class LabelsDto {
  @ApiProperty({ type: LabelDto, nullable: true, description: SENTIMENTS.join(', ') })
  readonly sentiment!: LabelDto | null;
  @ApiProperty({ type: LabelDto, nullable: true, description: CATEGORIES.join(', ') })
  readonly category!: LabelDto | null;
  @ApiProperty({ type: [LabelDto] }) readonly tags!: LabelDto[];
}

export function toLabelsDto({ sentiment, category, tags }: LabelsView): LabelsDto {
  return {
    sentiment: sentiment && toLabelDto(sentiment),
    category: category && toLabelDto(category),
    tags: tags.map(toLabelDto),
  };
}

function toLabelDto({ value, confidence, model, at, source }: LabelView): LabelDto {
  return { value, confidence, model, at, source };
}
