import 'reflect-metadata';

import type { PayloadOf, ResultOf, TaskName } from '../tasks/task-map.js';
import type { TaskContext } from './task-context.js';

export type HandlerOf<N extends TaskName> = (payload: PayloadOf<N>, context: TaskContext) => Promise<ResultOf<N>>;

export interface HandlesMark {
  readonly task: string;
  readonly method: string;
}

const HANDLES = Symbol('agents:handles');

/** The method handles the task `name`. It may run more than once for one dispatch, and must come to the same then. */
export function Handles<N extends TaskName>(name: N) {
  return <H extends HandlerOf<N>>(prototype: object, method: string, _descriptor: TypedPropertyDescriptor<H>): void => {
    const marks = handlesMarks(prototype.constructor);
    Reflect.defineMetadata(HANDLES, [...marks, { task: name, method }], prototype.constructor);
  };
}

/** What `@Handles` said of the methods of this class. */
export function handlesMarks(target: object): readonly HandlesMark[] {
  return (Reflect.getMetadata(HANDLES, target) as readonly HandlesMark[] | undefined) ?? [];
}
