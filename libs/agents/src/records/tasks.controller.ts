import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

import { Scopes } from '#security';

import { ListTasksDto } from './list-tasks.dto.js';
import { TaskList } from './task-list.service.js';
import { TaskRecords } from './task-records.service.js';
import { taskView, type TaskPageView, type TaskView } from './task.view.js';

@ApiTags('tasks')
@Controller('api/conversations/tasks')
export class TasksController {
  constructor(
    private readonly records: TaskRecords,
    private readonly tasks: TaskList,
  ) {}

  @Get()
  @Scopes('tasks:read')
  @ApiOperation({ summary: 'Tasks, the newest first' })
  async list(@Query() query: ListTasksDto): Promise<TaskPageView> {
    const { items, nextCursor } = await this.tasks.list(query);
    return { tasks: items.map(taskView), next_cursor: nextCursor };
  }

  @Get(':id')
  @Scopes('tasks:read')
  @ApiOperation({ summary: 'How far a task is, and what came of it' })
  async read(@Param('id') id: string): Promise<TaskView> {
    return taskView(await this.records.get(id));
  }
}
