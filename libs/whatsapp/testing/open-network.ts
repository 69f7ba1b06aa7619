import { DataSource } from 'typeorm';

import { DatabaseAddress, PgEvents } from '#database';
import { SystemClock } from '#kernel';

import { SimulatorNetwork } from '../src/simulator/simulator-network.js';

export interface OpenNetwork {
  readonly network: SimulatorNetwork;
  readonly dataSource: DataSource;
  /** Ends it in good order. */
  close(): Promise<void>;
}

/** The simulated network as one process has it: connections and subscriptions of its own. */
export async function openNetwork(url: string): Promise<OpenNetwork> {
  const dataSource = await new DataSource({ type: 'postgres', url, poolSize: 10 }).initialize();
  const events = new PgEvents(new DatabaseAddress(url), dataSource);
  const network = new SimulatorNetwork({ dataSource, events, clock: new SystemClock() });
  await network.start();
  return {
    network,
    dataSource,
    close: async () => {
      await network.stop();
      await events.onApplicationShutdown();
      await dataSource.destroy();
    },
  };
}
