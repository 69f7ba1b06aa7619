import 'reflect-metadata';

export * from './agents-http.module.js';
export * from './agents.module.js';
export * from './dead-letters/dead-letter.entity.js';
export * from './dead-letters/dead-letters.service.js';
export * from './handlers/agent.decorator.js';
export * from './handlers/handles.decorator.js';
export * from './handlers/task-context.js';
export * from './records/task-records.service.js';
export * from './records/task.entity.js';
export * from './router/agent-router.js';
export * from './schedules/schedule-options.js';
export * from './schedules/schedule-slot.entity.js';
export * from './schedules/schedule.decorator.js';
export * from './schedules/schedules.service.js';
export * from './tasks/task-definition.js';
export * from './tasks/task-map.js';
export * from './tasks/task-registry.js';
