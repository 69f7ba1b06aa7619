import { doubledHandler, foreignTask, notAnAgent, undefinedTask, unhandledTask } from '../agents.errors.js';
import type { TaskDefinition } from '../tasks/task-definition.js';

/** A method with `@Handles`, as it was found in this process. */
export interface FoundHandler {
  readonly task: string;
  /** Undefined when its class has no `@Agent`. */
  readonly agent: string | undefined;
  /** `Class.method`. */
  readonly place: string;
}

/**
 * Whether the hosted agents can do all of their tasks, and nothing else is handled.
 * @throws AppError `agents.not-an-agent`, `agents.undefined-task`, `agents.foreign-task`, `agents.doubled-handler` or
 * `agents.unhandled-task`
 */
export function checkHandlers(
  definitions: readonly TaskDefinition[],
  hosted: ReadonlySet<string>,
  handlers: readonly FoundHandler[],
): void {
  for (const handler of handlers) checkHandler(definitions, handler);
  for (const { name, agent } of definitions) {
    const places = handlers.filter(({ task }) => task === name).map(({ place }) => place);
    if (places.length > 1) throw doubledHandler(name, places);
    if (places.length === 0 && hosted.has(agent)) throw unhandledTask(name, agent);
  }
}

function checkHandler(definitions: readonly TaskDefinition[], { task, agent, place }: FoundHandler): void {
  if (agent === undefined) throw notAnAgent(place);
  const definition = definitions.find(({ name }) => name === task);
  if (!definition) throw undefinedTask(task);
  if (definition.agent !== agent) throw foreignTask(task, definition.agent, place);
}
