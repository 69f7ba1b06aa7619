import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

import { CharacterSheetDto } from '../sheet/character-sheet.dto.js';
import { IsPlainText } from '../sheet/is-plain-text.decorator.js';

const Absent = () => ValidateIf((_, value: unknown) => value !== undefined);

export class SheetChangeDto extends PartialType(CharacterSheetDto, { skipNullProperties: false }) {}

export class PreviewLineDto {
  @ApiProperty({ enum: ['user', 'character'] })
  @IsIn(['user', 'character'])
  readonly from!: 'user' | 'character';

  @ApiProperty({ type: String, maxLength: 4_000 })
  @IsPlainText({ longest: 4_000 })
  readonly text!: string;
}

/** Either `chatId` or `conversation`. */
export class PreviewDto {
  @ApiPropertyOptional({ type: SheetChangeDto, description: 'What to try; none: the character as it is.' })
  @Absent()
  @IsObject()
  @ValidateNested()
  @Type(() => SheetChangeDto)
  readonly changes?: SheetChangeDto;

  @ApiPropertyOptional({ type: String, description: 'Id, WhatsApp id or phone of a chat: its latest messages.' })
  @Absent()
  @IsPlainText({ longest: 200, oneLine: true })
  readonly chatId?: string;

  @ApiPropertyOptional({ type: [PreviewLineDto], maxItems: 200 })
  @Absent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PreviewLineDto)
  readonly conversation?: PreviewLineDto[];

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 10, default: 3, description: 'How many answers to try.' })
  @Absent()
  @IsInt()
  @Min(1)
  @Max(10)
  readonly turns?: number;
}

export class PreviewTurnDto {
  @ApiProperty({ type: [String], description: 'What the person said.' }) readonly asked!: readonly string[];
  @ApiProperty({ type: [String], description: 'What was answered then.' }) readonly answered!: readonly string[];
  @ApiProperty({ type: [String], description: 'What the character would answer with the changes.' })
  readonly answer!: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: 'Why there is no answer.' })
  readonly silence!: string | null;
  @ApiProperty() readonly model!: string;
  @ApiProperty() readonly inputTokens!: number;
  @ApiProperty() readonly outputTokens!: number;
}

export class PreviewAnswerDto {
  @ApiProperty({ description: 'The version that the changes were tried on.' }) readonly version!: number;
  @ApiProperty({ type: [PreviewTurnDto] }) readonly turns!: readonly PreviewTurnDto[];
}
