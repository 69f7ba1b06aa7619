import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics, type Metric } from 'prom-client';

/** Bucket borders for things that take from a millisecond to half a minute, in seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * The figures this process shows to Prometheus. Asking for a metric that exists gives the one there is, so a class takes
 * its metrics in its constructor and need not know who else counts. Names are snake_case and end in their unit:
 * `turns_total`, `turn_duration_seconds`. A label takes names of states and kinds, never an id: each value is a series.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  counter<L extends string = string>(name: string, help: string, labels: readonly L[] = []): Counter<L> {
    return this.getOrMake(name, Counter<L>, () => {
      return new Counter({ name, help, labelNames: labels, registers: [this.registry] });
    });
  }

  gauge<L extends string = string>(name: string, help: string, labels: readonly L[] = []): Gauge<L> {
    return this.getOrMake(name, Gauge<L>, () => {
      return new Gauge({ name, help, labelNames: labels, registers: [this.registry] });
    });
  }

  /** `buckets` are upper borders in the metric's unit; the default suits durations in seconds. */
  histogram<L extends string = string>(
    name: string,
    help: string,
    labels: readonly L[] = [],
    buckets: readonly number[] = SECONDS,
  ): Histogram<L> {
    return this.getOrMake(name, Histogram<L>, () => {
      return new Histogram({ name, help, labelNames: labels, buckets: [...buckets], registers: [this.registry] });
    });
  }

  /** Adds memory, CPU, event loop and garbage collection of this process. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Everything in Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private getOrMake<M extends Metric>(name: string, type: abstract new (...args: never[]) => M, make: () => M): M {
    const known: unknown = this.registry.getSingleMetric(name);
    if (known === undefined) return make();
    if (known instanceof type) return known;
    throw new Error(`The metric ${name} is of another type.`);
  }
}
