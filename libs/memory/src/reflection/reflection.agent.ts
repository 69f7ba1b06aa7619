import { Agent, Handles, type PayloadOf, type ResultOf, type TaskContext } from '#agents';

import { Night } from './night.service.js';

/** Reflects at night. The largest number that is stated for `memory` holds: it is the same as for what is taken in. */
@Agent('memory', { concurrency: 2 })
export class ReflectionAgent {
  constructor(private readonly night: Night) {}

  @Handles('memory.reflection')
  reflect(
    _: PayloadOf<'memory.reflection'>,
    { signal, progress }: TaskContext,
  ): Promise<ResultOf<'memory.reflection'>> {
    return this.night.run({ signal, progress });
  }
}
