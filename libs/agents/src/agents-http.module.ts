import { Module } from '@nestjs/common';

import { TaskList } from './records/task-list.service.js';
import { TasksController } from './records/tasks.controller.js';
import { ScheduledTasksController } from './schedules/scheduled-tasks.controller.js';

/** REST over task records and scheduled tasks. */
@Module({ controllers: [ScheduledTasksController, TasksController], providers: [TaskList] })
export class AgentsHttpModule {}
