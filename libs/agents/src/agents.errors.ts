import { AppError } from '#kernel';

export const doubledTask = (task: string) =>
  new AppError('agents.doubled-task', `The task ${task} is defined twice. Keep one defineTask('…', '${task}').`);

export const badTaskDefinition = (task: string, reason: string) =>
  new AppError('agents.bad-task', `The task ${task} cannot be defined like this: ${reason}.`);

export const undefinedTask = (task: string) =>
  new AppError('agents.undefined-task', `No task ${task} is defined here. Import the *.task.ts that defines it.`);

export const unhandledTask = (task: string, agent: string) =>
  new AppError(
    'agents.unhandled-task',
    `This process hosts the agent ${agent} but has no handler for its task ${task}. Add a method with @Handles('${task}').`,
  );

export const doubledHandler = (task: string, places: readonly string[]) =>
  new AppError('agents.doubled-handler', `The task ${task} has more than one handler: ${places.join(', ')}. Keep one.`);

export const foreignTask = (task: string, agent: string, place: string) =>
  new AppError(
    'agents.foreign-task',
    `${place} handles ${task}, which belongs to the agent ${agent}. Move it to a class with @Agent('${agent}').`,
  );

export const notAnAgent = (place: string) =>
  new AppError('agents.not-an-agent', `${place} has @Handles, but its class has no @Agent. Add @Agent('…').`);

export const badSchedule = (id: string, reason: string) =>
  new AppError('agents.bad-schedule', `The schedule ${id} cannot run: ${reason}.`);

export const scheduleNotFound = () =>
  new AppError('schedule.not-found', 'There is no schedule with this id in this process.', { kind: 'not-found' });

export const scheduledTaskNotFound = () =>
  new AppError('scheduled-task.not-found', 'There is no scheduled task with this id.', { kind: 'not-found' });

export const scheduledTaskRunning = (taskId: string) =>
  new AppError(
    'scheduled-task.running',
    `Wait for the task ${taskId}: it is this schedule's last run, and unfinished.`,
    {
      kind: 'conflict',
      details: { task_id: taskId },
    },
  );

export const taskNotFound = () =>
  new AppError('task.not-found', 'There is no task with this id.', { kind: 'not-found' });

export const turnHasNoRecord = (task: string) =>
  new AppError(
    'agents.turn-has-no-record',
    `The task ${task} is a turn: many dispatches become one run, so none has a record.`,
  );

export const deadLetterNotFound = () =>
  new AppError('dead-letter.not-found', 'There is no dead letter with this id that was not retried already.', {
    kind: 'not-found',
  });

export const queueUnreachable = (where: string, cause?: unknown) =>
  new AppError(
    'agents.queue-unreachable',
    `The queue at ${where} does not answer. Start that server or correct REDIS_URL; without REDIS_URL queues are on Postgres.`,
    { kind: 'unavailable', cause },
  );

export const queueRefused = (cause: unknown) =>
  new AppError('agents.queue-unavailable', 'The queue takes no tasks at the moment. Try again later.', {
    kind: 'unavailable',
    cause,
  });

export const timedOut = (task: string, timeoutMs: number) =>
  new AppError('agents.timeout', `The task ${task} did not end within ${timeoutMs} ms.`, { kind: 'unavailable' });

export const lockLost = (task: string) =>
  new AppError('agents.lock-lost', `Another worker may have the task ${task} by now.`, { kind: 'unavailable' });

export const shuttingDown = () =>
  new AppError('agents.shutting-down', 'This process is stopping.', { kind: 'unavailable' });
