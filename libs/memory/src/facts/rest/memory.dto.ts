import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

import { IsInstant, PageQueryDto } from '#security';

import { MEMORY_CATEGORIES, type MemoryCategory } from '../memory-category.js';
import { MEMORY_STATUSES, type MemoryStatus } from '../memory-fact.js';
import { MEMORY_TEXT_LENGTH } from '../store/memory-text.js';

const FACT = { type: String, minLength: 1, maxLength: MEMORY_TEXT_LENGTH, example: 'Loves coffee' } as const;
const CATEGORY = { enum: MEMORY_CATEGORIES, example: 'preference' };
const CONFIDENCE = { type: Number, minimum: 0, maximum: 1 } as const;
const IMPORTANCE = { type: Number, minimum: 1, maximum: 10 } as const;
const MOMENT = { type: String, format: 'date-time', nullable: true } as const;

export class MemoryListQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: [...MEMORY_STATUSES, 'all'], default: 'active' })
  @IsOptional()
  @IsIn([...MEMORY_STATUSES, 'all'])
  readonly status: MemoryStatus | 'all' = 'active';

  @ApiPropertyOptional({ enum: MEMORY_CATEGORIES })
  @IsOptional()
  @IsIn(MEMORY_CATEGORIES)
  readonly category?: MemoryCategory;
}

export class MemorySearchQueryDto {
  @ApiProperty({ type: String, description: 'Words, in any of their forms. Any of them is enough.', example: 'coffee' })
  @IsString()
  @MaxLength(500)
  @Matches(/\S/, { message: 'q must hold a word' })
  readonly q!: string;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit: number = 20;
}

/** What the operator writes down of a person. */
export class NewMemoryDto {
  @ApiProperty(FACT)
  @IsString()
  @MaxLength(MEMORY_TEXT_LENGTH)
  @Matches(/\S/, { message: 'fact must hold something that can be read' })
  readonly fact!: string;

  @ApiProperty(CATEGORY)
  @IsIn(MEMORY_CATEGORIES)
  readonly category!: MemoryCategory;

  @ApiPropertyOptional({ ...CONFIDENCE, default: 1 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly confidence?: number;

  @ApiPropertyOptional({ ...IMPORTANCE, default: 7 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10)
  readonly importance?: number;

  @ApiPropertyOptional({ ...MOMENT, description: 'Since when it is true.' })
  @IsOptional()
  @IsInstant()
  readonly validFrom?: string | null;

  @ApiPropertyOptional({ ...MOMENT, description: 'Until when it is true.' })
  @IsOptional()
  @IsInstant()
  readonly validUntil?: string | null;

  @ApiPropertyOptional({ type: String, maxLength: 100, description: 'What it is about.', example: 'lives in' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly topic?: string | null;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Of its topic only one can be true: it takes the place of the one before.',
  })
  @IsOptional()
  @IsBoolean()
  readonly single?: boolean;
}

/** What is left out stays. Null takes a time away. */
export class ChangeMemoryDto {
  @ApiPropertyOptional(FACT)
  @IsOptional()
  @IsString()
  @MaxLength(MEMORY_TEXT_LENGTH)
  @Matches(/\S/, { message: 'fact must hold something that can be read' })
  readonly fact?: string;

  @ApiPropertyOptional(CATEGORY)
  @IsOptional()
  @IsIn(MEMORY_CATEGORIES)
  readonly category?: MemoryCategory;

  @ApiPropertyOptional(CONFIDENCE)
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly confidence?: number;

  @ApiPropertyOptional(IMPORTANCE)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10)
  readonly importance?: number;

  @ApiPropertyOptional(MOMENT)
  @IsOptional()
  @IsInstant()
  readonly validFrom?: string | null;

  @ApiPropertyOptional(MOMENT)
  @IsOptional()
  @IsInstant()
  readonly validUntil?: string | null;
}
