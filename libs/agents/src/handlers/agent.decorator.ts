import 'reflect-metadata';

import { Injectable } from '@nestjs/common';

export interface AgentOptions {
  /**
   * Most tasks of this agent that one process works on at a time. Defaults to 10. Of several classes the largest counts. A class with a
   * property of this name says so by itself: for what is a setting.
   */
  readonly concurrency?: number;
}

export interface AgentMark {
  readonly name: string;
  readonly concurrency: number;
}

const AGENT = Symbol('agents:agent');

/**
 * A class that handles tasks of the agent `name`, by methods with `@Handles`. Several classes may make up one agent. A process
 * with one of them hosts the agent: it must then have a handler for each of its tasks.
 */
export function Agent(name: string, { concurrency = 10 }: AgentOptions = {}): ClassDecorator {
  return (target) => {
    Injectable()(target);
    Reflect.defineMetadata(AGENT, { name, concurrency } satisfies AgentMark, target);
  };
}

/** What `@Agent` said of this class, if anything. */
export function agentMark(target: object): AgentMark | undefined {
  return Reflect.getMetadata(AGENT, target) as AgentMark | undefined;
}
