import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsTimeZone,
  MaxLength,
} from 'class-validator';

import { IsInstant } from '#security';

import { EXPORT_FORMATS, type ExportFormat } from './export-format.js';

/** What is to be exported, and how. */
export class StartExportDto {
  @ApiProperty({ type: [String], description: "Ours or WhatsApp's.", maxItems: 1_000 })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(200, { each: true })
  readonly chat_ids!: string[];

  @ApiProperty({ enum: EXPORT_FORMATS, description: 'txt is what WhatsApp itself exports, and can be imported again.' })
  @IsIn(EXPORT_FORMATS)
  readonly format!: ExportFormat;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'Messages from then on.' })
  @IsOptional()
  @IsInstant()
  readonly from?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: 'Messages up to then.' })
  @IsOptional()
  @IsInstant()
  readonly to?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Zone of the times that are shown; none: TIME_ZONE.',
  })
  @IsOptional()
  @IsTimeZone({ message: 'zone must be the name of a time zone, such as Europe/Madrid' })
  readonly zone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, default: 'Me', description: "The owner's name in the file." })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  readonly me?: string | null;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'A ZIP with the attachments that are kept.' })
  @IsOptional()
  @IsBoolean()
  readonly include_media?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    default: true,
    description: 'CSV only: a byte order mark, without which Excel does not read it as UTF-8.',
  })
  @IsOptional()
  @IsBoolean()
  readonly bom?: boolean;
}

/** The export goes on by itself: `GET /api/conversations/tasks/{task_id}` tells how far it is. */
export class ExportAcceptedDto {
  @ApiProperty() readonly success!: boolean;
  @ApiProperty() readonly task_id!: string;
  @ApiProperty() readonly export_id!: string;
  @ApiProperty({ type: [String], description: 'Left out, since there are no such chats.' })
  readonly unknown_chat_ids!: string[];
}

/** An export as the API shows it. */
export class ExportDto {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ type: String, nullable: true }) readonly task_id!: string | null;
  @ApiProperty({ enum: ['waiting', 'ready', 'failed', 'expired'] }) readonly state!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Why there is no file.' }) readonly failure!: string | null;
  @ApiProperty({ enum: EXPORT_FORMATS }) readonly format!: ExportFormat;
  @ApiProperty({ type: [String] }) readonly chat_ids!: string[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly from!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly to!: Date | null;
  @ApiProperty() readonly zone!: string;
  @ApiProperty({ description: "The owner's name in the file." }) readonly me!: string;
  @ApiProperty() readonly include_media!: boolean;
  @ApiProperty({ type: String, nullable: true }) readonly file_name!: string | null;
  @ApiProperty({ type: Number, nullable: true }) readonly bytes!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Hex, of the file as it is downloaded.' })
  readonly sha256!: string | null;
  @ApiProperty({ type: Number, nullable: true }) readonly messages!: number | null;
  @ApiProperty({ type: String, format: 'date-time' }) readonly created_at!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly expires_at!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'null while there is no file.' })
  readonly download_url!: string | null;
}

export class ExportPageDto {
  @ApiProperty({ type: [ExportDto] }) readonly exports!: ExportDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next_cursor!: string | null;
}
