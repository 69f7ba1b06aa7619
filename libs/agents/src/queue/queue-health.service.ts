import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Health } from '#telemetry';

import { TaskQueues } from './task-queues.service.js';

/** Shows the queues in `/health`. Work is accepted without them, so they do not make a process unready. */
@Injectable()
export class QueueHealth implements OnModuleInit {
  constructor(
    private readonly health: Health,
    private readonly queues: TaskQueues,
  ) {}

  onModuleInit(): void {
    const check = async () => ({ status: 'up' as const, ...(await this.queues.backlog()) });
    this.health.register('queues', check, { required: false });
  }
}
