import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { LlmBudgetConfig, ServerConfig } from '#config';
import { Clock } from '#kernel';
import { Scopes } from '#security';

import { LocalDay } from './local-day.js';
import { usageDays } from './usage-days.js';
import { MOST_USAGE_ROWS, UsageReport } from './usage-report.service.js';
import { dollars, toUsageFiguresDto, toUsageRowDto, UsageQueryDto, UsageReportDto } from './usage.dto.js';

/** What the language model is used for, and what it costs. */
@ApiTags('llm')
@Controller('api/llm')
export class UsageController {
  constructor(
    private readonly usage: UsageReport,
    private readonly budget: LlmBudgetConfig,
    private readonly server: ServerConfig,
    private readonly clock: Clock,
  ) {}

  @Get('usage')
  @Scopes('usage:read')
  @ApiOperation({ summary: 'Calls, tokens, cost and latency of the language model, by day, purpose, contact or model' })
  @ApiOkResponse({ type: UsageReportDto })
  async read(@Query() { from, to, group_by: groups }: UsageQueryDto): Promise<UsageReportDto> {
    const { timeZone } = this.server;
    const today = new LocalDay(this.clock, timeZone).today().date;
    const days = usageDays({ from, to }, today, timeZone);
    const { totals, groups: rows, today: spent } = await this.usage.read(days, groups, today);
    return {
      ...days,
      group_by: groups,
      totals: toUsageFiguresDto(totals),
      rows: rows.slice(0, MOST_USAGE_ROWS).map(toUsageRowDto),
      truncated: rows.length > MOST_USAGE_ROWS,
      budget: {
        day: today,
        spent_usd: dollars(spent.cost_usd),
        daily_usd: this.budget.dailyUsd || null,
        contact_daily_usd: this.budget.contactDailyUsd || null,
        contact_daily_calls: this.budget.contactDailyCalls || null,
      },
    };
  }
}
