import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { scheduleKey, StartedTaskDto, TaskRecords } from '#agents';
import { CurrentPrincipal, Scopes, type Principal } from '#security';

import { CLEANUP_SCHEDULE } from './cleanup-schedule.service.js';
import { CleanupDto } from './cleanup.dto.js';
import { cleanupRunning } from './cleanup.errors.js';

/** Clean-up by hand. */
@ApiTags('conversations')
@Controller('api/conversations/cleanup')
export class CleanupController {
  constructor(private readonly tasks: TaskRecords) {}

  @Post()
  @HttpCode(202)
  @Scopes('tasks:write')
  @ApiOperation({ summary: 'Removes what nobody needs any more, or counts it' })
  @ApiAcceptedResponse({ type: StartedTaskDto })
  async cleanUp(@CurrentPrincipal() principal: Principal, @Body() body?: CleanupDto): Promise<StartedTaskDto> {
    const { taskId, started } = await this.tasks.start(
      'conversation.cleanup',
      { ...body },
      {
        requestedBy: principal.id,
        key: body?.dry_run ? `${scheduleKey(CLEANUP_SCHEDULE)}:dry` : scheduleKey(CLEANUP_SCHEDULE),
      },
    );
    if (!started) throw cleanupRunning(taskId);
    return { success: true, task_id: taskId };
  }
}
