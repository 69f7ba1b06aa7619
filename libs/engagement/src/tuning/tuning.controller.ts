import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, PageQueryDto, Scopes, type Principal } from '#security';

import { Audit } from './audit.service.js';
import { ConfigVersions } from './config-versions.service.js';
import { EngagementPolicies } from './engagement-policies.service.js';
import { strategyOf } from './strategy-of.js';
import {
  AuditPageDto,
  ChangeConfigDto,
  ConfigVersionsDto,
  EngagementConfigDto,
  StrategyDto,
  patchOf,
  toAuditNoteDto,
  toConfigVersionDto,
  toEngagementConfigDto,
} from './tuning.dto.js';

const MOST_VERSIONS = 200;

/** How we write first, changed without a restart, and who changed it. */
@ApiTags('engagements')
@Controller('api/engagements')
export class TuningController {
  constructor(
    private readonly policies: EngagementPolicies,
    private readonly configVersions: ConfigVersions,
    private readonly audit: Audit,
  ) {}

  @Get('config')
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'The settings of writing first as they hold now' })
  @ApiOkResponse({ type: EngagementConfigDto })
  async config(): Promise<EngagementConfigDto> {
    return toEngagementConfigDto(await this.policies.current(), this.policies.defaults);
  }

  @Patch('config')
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Changes settings of writing first; everywhere within a second, without a restart' })
  @ApiOkResponse({ type: EngagementConfigDto })
  async change(
    @Body() change: ChangeConfigDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<EngagementConfigDto> {
    const current = await this.policies.change(patchOf(change), principal.id, change.version);
    return toEngagementConfigDto(current, this.policies.defaults);
  }

  @Get('config/versions')
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'The settings of writing first as they were, the latest first' })
  @ApiOkResponse({ type: ConfigVersionsDto })
  async versions(): Promise<ConfigVersionsDto> {
    return { versions: (await this.configVersions.list(MOST_VERSIONS)).map(toConfigVersionDto) };
  }

  @Post('config/versions/:version/restore')
  @HttpCode(200)
  @Scopes('engagements:write')
  @ApiOperation({ summary: 'Makes the settings of an earlier version hold again' })
  @ApiOkResponse({ type: EngagementConfigDto })
  async restore(
    @Param('version') version: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<EngagementConfigDto> {
    return toEngagementConfigDto(await this.policies.restore(version, principal.id), this.policies.defaults);
  }

  @Get('strategy')
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'What the settings of writing first come to, in four words' })
  @ApiOkResponse({ type: StrategyDto })
  async strategy(): Promise<StrategyDto> {
    return strategyOf((await this.policies.current()).policy);
  }

  @Get('audit')
  @Scopes('engagements:read')
  @ApiOperation({ summary: 'Who did what about writing first, the latest first' })
  @ApiOkResponse({ type: AuditPageDto })
  async notes(@Query() { limit, cursor }: PageQueryDto): Promise<AuditPageDto> {
    const { items, nextCursor } = await this.audit.list({ limit, cursor });
    return { notes: items.map(toAuditNoteDto), next_cursor: nextCursor };
  }
}
