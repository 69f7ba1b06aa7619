import { Module, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PgEvents } from '#database';
import { Clock, SystemClock } from '#kernel';
import { Logger, silentLogger } from '#telemetry';

import { WhatsAppConnector } from '../port/whatsapp-connector.js';
import { parseFaults } from './parse-faults.js';
import { SimulatorConnector } from './simulator.connector.js';
import { SimulatorNetwork } from './simulator-network.js';

/** The simulated network of this process, and the connector that speaks to it. */
@Module({})
export class SimulatorModule implements OnModuleInit, OnApplicationShutdown {
  constructor(private readonly network: SimulatorNetwork) {}

  /** @param faults as in `SIMULATOR_FAULTS`; throws `simulator.invalid-faults` */
  static forRoot(faults = ''): DynamicModule {
    const script = parseFaults(faults);
    return {
      module: SimulatorModule,
      providers: [
        {
          provide: SimulatorNetwork,
          inject: [DataSource, PgEvents, { token: Clock, optional: true }, { token: Logger, optional: true }],
          useFactory: (dataSource: DataSource, events: PgEvents, clock?: Clock, logger?: Logger) =>
            new SimulatorNetwork({
              dataSource,
              events,
              clock: clock ?? new SystemClock(),
              report: (error) => {
                logger?.warn(
                  { err: error },
                  'a signal of the simulated network was not sent; the tables will be looked at',
                );
              },
            }),
        },
        {
          provide: WhatsAppConnector,
          inject: [SimulatorNetwork, { token: Logger, optional: true }],
          useFactory: (network: SimulatorNetwork, logger?: Logger) =>
            new SimulatorConnector({ network, faults: script, clock: network.clock, logger: logger ?? silentLogger }),
        },
      ],
      exports: [SimulatorNetwork, WhatsAppConnector],
    };
  }

  onModuleInit(): Promise<void> {
    return this.network.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.network.stop();
  }
}
