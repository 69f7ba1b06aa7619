import { Agent, defineTask, Handles, type AgentRouter, type PayloadOf, type ResultOf, type TaskContext } from '#agents';

declare module '#agents' {
  interface TaskMap {
    'spec.greet': { payload: { name: string }; result: { length: number } };
  }
}

// The compiler is the test here: each line that must not compile says so, and a line that does compile after all is an error.
@Agent('spec')
class GreetingAgent {
  @Handles('spec.greet')
  greet({ name }: PayloadOf<'spec.greet'>, _context: TaskContext): Promise<ResultOf<'spec.greet'>> {
    return Promise.resolve({ length: name.length });
  }

  // @ts-expect-error another payload
  @Handles('spec.greet')
  wrongPayload({ name }: { name: number }): Promise<{ length: number }> {
    return Promise.resolve({ length: name });
  }

  // @ts-expect-error another result
  @Handles('spec.greet')
  wrongResult({ name }: { name: string }): Promise<number> {
    return Promise.resolve(name.length);
  }

  // @ts-expect-error no such task
  @Handles('spec.unknown')
  unknown(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

async function dispatches(router: AgentRouter): Promise<void> {
  await router.dispatch('spec.greet', { name: 'Ana' }, { key: 'a' });
  // @ts-expect-error another payload
  await router.dispatch('spec.greet', { name: 1 });
  // @ts-expect-error no payload
  await router.dispatchMany('spec.greet', [{ key: 'a' }]);
  // @ts-expect-error no such task
  await router.dispatch('spec.unknown', {});
}

describe('TaskMap', () => {
  it('gives names, payloads and results their types, extended through the door', () => {
    defineTask('spec', 'spec.greet', { turn: ({ name }) => name });
    // @ts-expect-error no such field in the payload
    const wrong = () => defineTask('spec', 'spec.greet', { turn: ({ nom }) => nom as string });
    expect(wrong).toThrow('The task spec.greet is defined twice');
    expect([GreetingAgent, dispatches].map(({ name }) => name)).toEqual(['GreetingAgent', 'dispatches']);
  });
});
