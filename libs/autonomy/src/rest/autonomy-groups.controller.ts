import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, Scopes, type Principal } from '#security';

import { DecisionList } from '../settings/decision-list.service.js';
import { GroupList } from '../settings/group-list.service.js';
import { DecisionQueryDto, GroupQueryDto } from './autonomy-query.dto.js';
import { ChangeGroupDto } from './change-group.dto.js';
import { DecisionPageDto, SimulatedDto, toDecisionDto } from './decision.dto.js';
import { GroupDesk } from './group-desk.service.js';
import { GroupFinder } from './group-finder.service.js';
import { GroupDto, GroupPageDto, toListedGroupDto } from './group.dto.js';
import { SetMoodDto } from './set-mood.dto.js';
import { SimulateDto } from './simulate.dto.js';

/** Speaking unasked, group by group. A group is named by the id of its chat, or by WhatsApp's. */
@ApiTags('autonomy')
@Controller('api/autonomy/groups')
export class AutonomyGroupsController {
  constructor(
    private readonly groups: GroupList,
    private readonly finder: GroupFinder,
    private readonly decisions: DecisionList,
    private readonly desk: GroupDesk,
  ) {}

  @Get()
  @Scopes('autonomy:read')
  @ApiOperation({ summary: 'All groups, the one that was written in last first' })
  @ApiOkResponse({ type: GroupPageDto })
  async list(@Query() query: GroupQueryDto): Promise<GroupPageDto> {
    const { items, nextCursor } = await this.groups.page(query);
    return { groups: items.map(toListedGroupDto), next_cursor: nextCursor };
  }

  @Get(':id')
  @Scopes('autonomy:read')
  @ApiOperation({ summary: 'A group as the engine sees it now: signals, mood, thresholds, and what it says of them' })
  @ApiOkResponse({ type: GroupDto })
  async one(@Param('id') id: string): Promise<GroupDto> {
    return this.desk.show(await this.finder.find(id));
  }

  @Get(':id/decisions')
  @Scopes('autonomy:read')
  @ApiOperation({ summary: 'The last decisions, taken or not, with what they rest on; the latest first' })
  @ApiOkResponse({ type: DecisionPageDto })
  async decided(@Param('id') id: string, @Query() { taken, ...place }: DecisionQueryDto): Promise<DecisionPageDto> {
    const query = { ...place, taken: taken === 'true' };
    const { items, nextCursor } = await this.decisions.page(await this.finder.find(id), query);
    return { decisions: items.map(toDecisionDto), next_cursor: nextCursor };
  }

  @Patch(':id')
  @Scopes('autonomy:write')
  @ApiOperation({ summary: 'Changes the engine or the settings of a group, at once' })
  @ApiOkResponse({ type: GroupDto })
  async change(
    @Param('id') id: string,
    @Body() change: ChangeGroupDto,
    @CurrentPrincipal() { id: principal }: Principal,
  ): Promise<GroupDto> {
    return this.desk.change(await this.finder.find(id), change, principal);
  }

  @Post(':id/mood')
  @HttpCode(200)
  @Scopes('autonomy:write')
  @ApiOperation({ summary: 'Sets, freezes or edits the mood in a group' })
  @ApiOkResponse({ type: GroupDto })
  async mood(
    @Param('id') id: string,
    @Body() mood: SetMoodDto,
    @CurrentPrincipal() { id: principal }: Principal,
  ): Promise<GroupDto> {
    return this.desk.setMood(await this.finder.find(id), mood, principal);
  }

  @Post(':id/simulate')
  @HttpCode(200)
  @Scopes('autonomy:read')
  @ApiOperation({ summary: 'What it would do in a group now, or if other things were so; nothing is changed or said' })
  @ApiOkResponse({ type: SimulatedDto })
  async simulate(@Param('id') id: string, @Body() what: SimulateDto): Promise<SimulatedDto> {
    return this.desk.simulate(await this.finder.find(id), what);
  }
}
