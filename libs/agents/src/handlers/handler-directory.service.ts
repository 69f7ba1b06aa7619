import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

import { definedTasks } from '../tasks/task-registry.js';
import type { TaskDefinition } from '../tasks/task-definition.js';
import { agentMark } from './agent.decorator.js';
import { checkHandlers, type FoundHandler } from './check-handlers.js';
import { handlesMarks } from './handles.decorator.js';
import type { TaskContext } from './task-context.js';

export interface HandledTask {
  readonly definition: TaskDefinition;
  readonly handle: (payload: unknown, context: TaskContext) => Promise<unknown>;
}

/** The agents that this process hosts, and their handlers. The boot fails here when they do not fit the defined tasks. */
@Injectable()
export class HandlerDirectory implements OnModuleInit {
  private readonly concurrencies = new Map<string, number>();
  private readonly handled = new Map<string, HandledTask>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const found: FoundHandler[] = [];
    for (const instance of this.instances()) {
      const mark = agentMark(instance.constructor);
      if (mark) this.host(mark.name, ownConcurrency(instance) ?? mark.concurrency);
      for (const { task, method } of handlesMarks(instance.constructor)) {
        found.push({ task, agent: mark?.name, place: `${instance.constructor.name}.${method}` });
        this.add(task, instance, method);
      }
    }
    checkHandlers(definedTasks(), new Set(this.agents), found);
  }

  /** Names of the hosted agents. */
  get agents(): readonly string[] {
    return [...this.concurrencies.keys()];
  }

  /** Names of the tasks that are handled here. */
  get tasks(): readonly string[] {
    return [...this.handled.keys()];
  }

  concurrencyOf(agent: string): number {
    return this.concurrencies.get(agent) ?? 1;
  }

  /** Undefined for a task that an older or newer version left in the queue. */
  handlerOf(task: string): HandledTask | undefined {
    return this.handled.get(task);
  }

  private instances(): Set<object> {
    const providers = this.discovery.getProviders().map(({ instance }) => instance as unknown);
    return new Set(providers.filter((instance) => instance instanceof Object));
  }

  private host(agent: string, concurrency: number): void {
    this.concurrencies.set(agent, Math.max(concurrency, this.concurrencies.get(agent) ?? 0));
  }

  private add(task: string, instance: object, method: string): void {
    const definition = definedTasks().find(({ name }) => name === task);
    if (!definition) return;
    const handler = (instance as Record<string, HandledTask['handle']>)[method];
    this.handled.set(task, { definition, handle: (payload, context) => handler!.call(instance, payload, context) });
  }
}

function ownConcurrency(instance: object): number | undefined {
  const own = 'concurrency' in instance ? instance.concurrency : undefined;
  return typeof own === 'number' ? own : undefined;
}
