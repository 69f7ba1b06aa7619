import { Module } from '@nestjs/common';

import { TasksController } from './records/tasks.controller.js';

/** REST over task records. */
@Module({ controllers: [TasksController] })
export class AgentsHttpModule {}
