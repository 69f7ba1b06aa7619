import type { TaskDefinition } from '../tasks/task-definition.js';
import { checkHandlers, type FoundHandler } from './check-handlers.js';

const definition = (name: string, agent = 'a'): TaskDefinition => {
  return { agent, name, attempts: 1, backoffMs: 0, timeoutMs: 1 };
};
const handler = (task: string, agent: string | undefined = 'a', place = `A.${task}`): FoundHandler => {
  return { task, agent, place };
};

describe('checkHandlers', () => {
  it.each<[string, TaskDefinition[], string[], FoundHandler[]]>([
    ['nothing at all', [], [], []],
    ['every task handled', [definition('x'), definition('y')], ['a'], [handler('x'), handler('y')]],
    ['an agent that is not hosted', [definition('x'), definition('y', 'b')], ['a'], [handler('x')]],
  ])('accepts %s', (_, definitions, hosted, handlers) => {
    expect(() => checkHandlers(definitions, new Set(hosted), handlers)).not.toThrow();
  });

  it.each<[string, string, TaskDefinition[], FoundHandler[]]>([
    ['agents.unhandled-task', 'a hosted task without handler', [definition('x')], []],
    ['agents.doubled-handler', 'two handlers', [definition('x')], [handler('x'), handler('x', 'a', 'B.x')]],
    ['agents.undefined-task', 'a task nobody defined', [], [handler('x')]],
    ['agents.foreign-task', 'the task of another agent', [definition('x', 'b')], [handler('x')]],
    ['agents.not-an-agent', 'a class that is no agent', [definition('x')], [{ ...handler('x'), agent: undefined }]],
  ])('refuses with %s: %s', (code, _, definitions, handlers) => {
    expect(() => checkHandlers(definitions, new Set(['a']), handlers)).toThrow(
      expect.objectContaining({ code }) as Error,
    );
  });
});
