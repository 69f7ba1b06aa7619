import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Clock } from '#kernel';
import { PageQueryDto, Scopes } from '#security';

import {
  AutomationDto,
  AutomationNotificationPageDto,
  AutomationPageDto,
  AutomationRunPageDto,
  RehearsalDto,
  toAutomationDto,
  toNotificationDto,
  toRehearsalDto,
  toRunDto,
} from './automation-answer.dto.js';
import { AutomationBook } from './automation-book.service.js';
import { ChangeAutomationDto, NewAutomationDto, TryAutomationDto } from './automation.dto.js';
import { AutomationLists } from './automation-lists.service.js';
import { AutomationOrders } from './automation-orders.service.js';
import { AutomationRehearsal } from './automation-rehearsal.service.js';

const WEEK_MS = 7 * 24 * 3_600_000;
const DEFAULT_LIMIT = 200;

/** Automations: when something is true of a message, something is done. Who may not read messages may not have them sent on. */
@ApiTags('automations')
@Controller('api/conversations/automations')
export class AutomationsController {
  constructor(
    private readonly book: AutomationBook,
    private readonly lists: AutomationLists,
    private readonly orders: AutomationOrders,
    private readonly rehearsal: AutomationRehearsal,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Scopes('chats:read')
  @ApiOperation({ summary: 'Automations, the oldest first' })
  @ApiOkResponse({ type: AutomationPageDto })
  async list(@Query() page: PageQueryDto): Promise<AutomationPageDto> {
    const { items, nextCursor } = await this.lists.automations(page);
    return { automations: items.map(toAutomationDto), next_cursor: nextCursor };
  }

  @Post()
  @Scopes('chats:write', 'messages:read')
  @ApiOperation({ summary: 'Makes an automation. It concerns what comes from now on' })
  @ApiCreatedResponse({ type: AutomationDto })
  async add(@Body() { name, enabled, when, then }: NewAutomationDto): Promise<AutomationDto> {
    const read = this.orders.actions(then);
    return toAutomationDto(
      await this.book.add({ name, enabled: enabled ?? true, when: await this.orders.when(when), ...read }),
    );
  }

  @Post('test')
  @HttpCode(200)
  @Scopes('chats:read', 'messages:read')
  @ApiOperation({ summary: 'Tells what an automation would have matched, and why. Nothing is done' })
  @ApiOkResponse({ type: RehearsalDto })
  async rehearse(@Body() { automation, since, limit }: TryAutomationDto): Promise<RehearsalDto> {
    if (automation.then) this.orders.actions(automation.then);
    const from = new Date(since ?? this.clock.now().getTime() - WEEK_MS);
    return toRehearsalDto(
      await this.rehearsal.of(await this.orders.when(automation.when), from, limit ?? DEFAULT_LIMIT),
    );
  }

  @Get('notifications')
  @Scopes('chats:read')
  @ApiOperation({ summary: 'What automations wanted somebody to look at, the latest first' })
  @ApiOkResponse({ type: AutomationNotificationPageDto })
  async notifications(@Query() page: PageQueryDto): Promise<AutomationNotificationPageDto> {
    const { items, nextCursor } = await this.lists.notifications(page);
    return { notifications: items.map(toNotificationDto), next_cursor: nextCursor };
  }

  @Get(':id')
  @Scopes('chats:read')
  @ApiOperation({ summary: 'One automation' })
  @ApiOkResponse({ type: AutomationDto })
  async read(@Param('id') id: string): Promise<AutomationDto> {
    return toAutomationDto(await this.lists.one(id));
  }

  @Patch(':id')
  @Scopes('chats:write', 'messages:read')
  @ApiOperation({ summary: 'Changes an automation; what is left out stays' })
  @ApiOkResponse({ type: AutomationDto })
  async change(
    @Param('id') id: string,
    @Body() { name, enabled, when, then }: ChangeAutomationDto,
  ): Promise<AutomationDto> {
    return toAutomationDto(
      await this.book.change(id, {
        name: name ?? undefined,
        enabled: enabled ?? undefined,
        ...(when && { when: await this.orders.when(when) }),
        ...(then && this.orders.actions(then)),
      }),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Scopes('chats:write')
  @ApiOperation({ summary: 'Deletes an automation, with what it noted' })
  @ApiNoContentResponse()
  async remove(@Param('id') id: string): Promise<void> {
    await this.book.remove(id);
  }

  @Get(':id/runs')
  @Scopes('chats:read')
  @ApiOperation({ summary: 'What an automation did, the latest first' })
  @ApiOkResponse({ type: AutomationRunPageDto })
  async runs(@Param('id') id: string, @Query() page: PageQueryDto): Promise<AutomationRunPageDto> {
    const { items, nextCursor } = await this.lists.runs(id, page);
    return { runs: items.map(toRunDto), next_cursor: nextCursor };
  }
}
