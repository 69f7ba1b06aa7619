import { Agent, Handles, type PayloadOf, type ResultOf, type TaskContext } from '#agents';

import { Night } from './night.service.js';

/** Reflects at night. */
@Agent('memory')
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
