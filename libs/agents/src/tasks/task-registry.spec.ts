import { defineTask, definedTasks, taskDefinition } from './task-registry.js';
import type { TaskName } from './task-map.js';

const define = (agent: string, name: string, options = {}) => defineTask(agent, name as TaskName, options);

describe('the task registry', () => {
  it('fills in what was not said', () => {
    define('tester', 'registry.plain');
    const filled = { attempts: 5, backoffMs: 1_000, timeoutMs: 60_000, turn: undefined };
    expect(taskDefinition('registry.plain')).toEqual({ agent: 'tester', name: 'registry.plain', ...filled });
    expect(definedTasks()).toContain(taskDefinition('registry.plain'));
  });

  it.each([
    ['agents.doubled-task', () => define('other', 'registry.plain')],
    ['agents.bad-task', () => define('With:colon', 'registry.colon')],
    ['agents.bad-task', () => define('tester', 'registry.never', { attempts: 0 })],
    ['agents.undefined-task', () => taskDefinition('registry.missing')],
  ])('refuses with %s', (code, work) => {
    expect(work).toThrow(expect.objectContaining({ code }) as Error);
  });
});
