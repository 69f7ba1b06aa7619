import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { PageQueryDto, Scopes } from '#security';

import { AutonomyAudit } from '../settings/autonomy-audit.service.js';
import { AutonomyAuditPageDto, toAutonomyNoteDto } from './autonomy-audit.dto.js';
import { MoodsDto, toMoodsDto } from './mood.dto.js';

/** What holds for all groups. */
@ApiTags('autonomy')
@Controller('api/autonomy')
export class AutonomyController {
  constructor(private readonly audit: AutonomyAudit) {}

  @Get('moods')
  @Scopes('autonomy:read')
  @ApiOperation({ summary: 'The moods there are, and what each turns into' })
  @ApiOkResponse({ type: MoodsDto })
  moods(): MoodsDto {
    return toMoodsDto();
  }

  @Get('audit')
  @Scopes('autonomy:read')
  @ApiOperation({ summary: 'Who changed what about speaking unasked, the latest first' })
  @ApiOkResponse({ type: AutonomyAuditPageDto })
  async notes(@Query() { limit, cursor }: PageQueryDto): Promise<AutonomyAuditPageDto> {
    const { items, nextCursor } = await this.audit.list({ limit, cursor });
    return { notes: items.map(toAutonomyNoteDto), next_cursor: nextCursor };
  }
}
