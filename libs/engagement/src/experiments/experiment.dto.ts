import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

import { EXPERIMENT_DIMENSIONS, type ExperimentDimension } from './experiment.js';

/** No blanks at its ends, no control characters. */
const NAME = /^(?=.{1,100}$)[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u;
const RULE = { message: '$property must be 1 to 100 characters on one line, without blanks at its ends' };
const KEY = /^[a-z0-9][a-z0-9_-]{0,39}$/;

export class VariantDto {
  @ApiProperty({ type: String, example: 'evening', pattern: KEY.source })
  @Matches(KEY)
  readonly key!: string;

  @ApiProperty({ type: Number, minimum: 0.001, maximum: 1000, description: 'Its share among the weights of all.' })
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0.001)
  @Max(1000)
  readonly weight!: number;

  @ApiProperty({
    type: String,
    example: 'evening',
    description:
      'What it sets the dimension to: a type; `learned`, `morning` or `evening`; a tone in words; a template. `usual` changes nothing.',
  })
  @Matches(NAME, RULE)
  readonly value!: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Exactly one is: the others are compared with it.' })
  @IsOptional()
  @IsBoolean()
  readonly control?: boolean;
}

export class NewExperimentDto {
  @ApiProperty({ type: String, maxLength: 100 })
  @Matches(NAME, RULE)
  readonly name!: string;

  @ApiProperty({ enum: EXPERIMENT_DIMENSIONS, description: 'What differs. Of each one experiment runs at a time.' })
  @IsIn(EXPERIMENT_DIMENSIONS)
  readonly dimension!: ExperimentDimension;

  @ApiProperty({ type: [VariantDto], minItems: 2, maxItems: 8 })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Type(() => VariantDto)
  readonly variants!: VariantDto[];
}
