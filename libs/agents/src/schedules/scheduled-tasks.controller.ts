import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { CurrentPrincipal, Scopes, WithoutBody, type Principal } from '#security';

import { ScheduledJobsDto, StartedTaskDto } from './scheduled-tasks.dto.js';
import { ScheduledTasks } from './scheduled-tasks.service.js';
import { SchedulerHeartbeat } from './scheduler-heartbeat.service.js';

/** What runs by the clock. */
@ApiTags('tasks')
@Controller('api/conversations/scheduled-tasks')
export class ScheduledTasksController {
  constructor(
    private readonly tasks: ScheduledTasks,
    private readonly heartbeat: SchedulerHeartbeat,
  ) {}

  @Get()
  @Scopes('tasks:read')
  @ApiOperation({ summary: 'What runs by the clock, and when' })
  @ApiOkResponse({ type: ScheduledJobsDto })
  async list(): Promise<ScheduledJobsDto> {
    const [jobs, running] = await Promise.all([this.tasks.list(), this.heartbeat.isRunning()]);
    return {
      success: true,
      scheduler_running: running,
      jobs: jobs.map(({ id, name, nextRun, lastRun, enabled }) => ({
        id,
        name,
        next_run: nextRun,
        last_run: lastRun,
        enabled,
      })),
    };
  }

  @Post(':id/trigger')
  @HttpCode(202)
  @Scopes('tasks:write')
  @ApiOperation({ summary: 'Starts a scheduled task now, beside its schedule' })
  @ApiAcceptedResponse({ type: StartedTaskDto })
  @WithoutBody(
    'A schedule runs with its settings. What takes options has an address of its own: POST /api/conversations/cleanup (dry_run), archive/preview, metadata/run, sync.',
  )
  async trigger(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<StartedTaskDto> {
    const { taskId } = await this.tasks.trigger(id, principal.id);
    return { success: true, task_id: taskId };
  }
}
