import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

import { PageQueryDto } from '#security';

import type { EngineName } from '../groups/engine-name.js';
import { ENGINES } from './group.dto.js';

export class GroupQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: ENGINES, description: 'Only those in which this one decides.' })
  @IsOptional()
  @IsIn(ENGINES)
  readonly engine?: EngineName;
}

export class DecisionQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'true: only those on which it acted, or was about to.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly taken?: 'true' | 'false';
}
