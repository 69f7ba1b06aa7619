import 'reflect-metadata';

import type { ScheduleOptions } from './schedule-options.js';

export interface ScheduleMark {
  readonly options: ScheduleOptions;
  readonly method: string;
}

const SCHEDULES = Symbol('agents:schedules');

/**
 * The method runs once per slot, however many processes have it. Keep it short: it starts tasks, it does not do the work. A
 * process that dies in the middle of it does not run it again.
 */
export function Schedule(options: ScheduleOptions) {
  return (prototype: object, method: string, _descriptor: TypedPropertyDescriptor<() => Promise<void>>): void => {
    const marks = scheduleMarks(prototype.constructor);
    Reflect.defineMetadata(SCHEDULES, [...marks, { options, method }], prototype.constructor);
  };
}

/** What `@Schedule` said of the methods of this class. */
export function scheduleMarks(target: object): readonly ScheduleMark[] {
  return (Reflect.getMetadata(SCHEDULES, target) as readonly ScheduleMark[] | undefined) ?? [];
}
