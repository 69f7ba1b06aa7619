import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Cache } from './cache/cache.js';
import { MemoryCache } from './cache/memory-cache.js';
import { RedisCache } from './cache/redis-cache.js';
import { DeadLetterEntity } from './dead-letters/dead-letter.entity.js';
import { DeadLetters } from './dead-letters/dead-letters.service.js';
import { HandlerDirectory } from './handlers/handler-directory.service.js';
import { PostgresQueues } from './queue/postgres-queues.js';
import { QueueBackend } from './queue/queue-backend.js';
import { QueueHealth } from './queue/queue-health.service.js';
import { RedisQueues } from './queue/redis-queues.js';
import { TaskQueues } from './queue/task-queues.service.js';
import { TaskLedger } from './records/task-ledger.service.js';
import { TaskRecords } from './records/task-records.service.js';
import { TaskSweep } from './records/task-sweep.service.js';
import { TaskEntity } from './records/task.entity.js';
import { AgentRouter } from './router/agent-router.js';
import { QueueRouter } from './router/queue-router.service.js';
import { ScheduleSlotEntity } from './schedules/schedule-slot.entity.js';
import { SchedulerHeartbeatEntity } from './schedules/scheduler-heartbeat.entity.js';
import { SchedulerHeartbeat } from './schedules/scheduler-heartbeat.service.js';
import { ScheduledTasks } from './schedules/scheduled-tasks.service.js';
import { Schedules } from './schedules/schedules.service.js';
import { SlotLedger } from './schedules/slot-ledger.service.js';
import { AgentWorkers } from './worker/agent-workers.service.js';
import { RunMetrics } from './worker/run-metrics.js';
import { TaskRunner } from './worker/task-runner.service.js';

export interface AgentsOptions {
  /** postgres://…, the database with our tables. The queues are in it, too, unless `redisUrl` is given. */
  readonly databaseUrl: string;
  /** redis://… */
  readonly redisUrl?: string;
  /** Connections to Postgres for queues on it; each hosted agent has one more. Defaults to 4. */
  readonly poolSize?: number;
  /** What the keys on Redis begin with. Defaults to `secretary`. */
  readonly redisPrefix?: string;
}

/**
 * Router, task records, dead letters and schedules for every module of a process; and a worker for each agent that has a class
 * in it. Needs the modules of database and telemetry, and a `Clock`.
 */
@Module({})
export class AgentsModule {
  static forRoot({ databaseUrl, redisUrl, poolSize = 4, redisPrefix = 'secretary' }: AgentsOptions): DynamicModule {
    const openQueues = () =>
      redisUrl ? RedisQueues.open(redisUrl, redisPrefix) : PostgresQueues.open(databaseUrl, poolSize);
    return {
      module: AgentsModule,
      global: true,
      imports: [
        DiscoveryModule,
        ScheduleModule.forRoot(),
        TypeOrmModule.forFeature([DeadLetterEntity, ScheduleSlotEntity, SchedulerHeartbeatEntity, TaskEntity]),
      ],
      providers: [
        { provide: QueueBackend, useFactory: openQueues },
        { provide: AgentRouter, useClass: QueueRouter },
        { provide: Cache, useFactory: () => (redisUrl ? new RedisCache(redisUrl, redisPrefix) : new MemoryCache()) },
        AgentWorkers,
        DeadLetters,
        HandlerDirectory,
        QueueHealth,
        RunMetrics,
        ScheduledTasks,
        SchedulerHeartbeat,
        Schedules,
        SlotLedger,
        TaskLedger,
        TaskQueues,
        TaskRecords,
        TaskRunner,
        TaskSweep,
      ],
      exports: [AgentRouter, Cache, DeadLetters, ScheduledTasks, SchedulerHeartbeat, Schedules, TaskRecords],
    };
  }
}
