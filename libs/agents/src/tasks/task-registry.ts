import { badTaskDefinition, doubledTask, undefinedTask } from '../agents.errors.js';
import type { TaskDefinition, TaskOptions } from './task-definition.js';
import type { TaskName } from './task-map.js';

/** Queue names are part of Redis keys and of Postgres notifications. */
const AGENT_NAME = /^[a-z][a-z0-9-]{0,62}$/;

const definitions = new Map<string, TaskDefinition>();

/**
 * Says which agent handles `name` and how. Belongs into a `*.task.ts` beside the feature, which both those who dispatch the
 * task and its handler import.
 * @throws AppError `agents.doubled-task` or `agents.bad-task`
 */
export function defineTask<N extends TaskName>(agent: string, name: N, options: TaskOptions<N> = {}): void {
  if (definitions.has(name)) throw doubledTask(name);
  const { attempts = 5, backoffMs = 1_000, timeoutMs = 60_000, turn } = options;
  if (!AGENT_NAME.test(agent)) throw badTaskDefinition(name, `the agent "${agent}" is not like "conversation-manager"`);
  if (attempts < 1 || backoffMs < 0 || timeoutMs <= 0) throw badTaskDefinition(name, 'its numbers must be positive');
  definitions.set(name, { agent, name, attempts, backoffMs, timeoutMs, turn });
}

/** @throws AppError `agents.undefined-task` when nothing that this process imported defines it */
export function taskDefinition(name: string): TaskDefinition {
  const definition = definitions.get(name);
  if (!definition) throw undefinedTask(name);
  return definition;
}

/** Everything that this process imported. */
export function definedTasks(): readonly TaskDefinition[] {
  return [...definitions.values()];
}
