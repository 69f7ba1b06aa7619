import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { TaskRecords } from './task-records.service.js';
import { taskView, type TaskView } from './task.view.js';

@ApiTags('tasks')
@Controller('api/conversations/tasks')
export class TasksController {
  constructor(private readonly records: TaskRecords) {}

  @Get(':id')
  @Scopes('tasks:read')
  @ApiOperation({ summary: 'How far a task is, and what came of it' })
  async read(@Param('id') id: string): Promise<TaskView> {
    return taskView(await this.records.get(id));
  }
}
