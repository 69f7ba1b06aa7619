import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';

import { DatabaseHealth } from './database-health.service.js';
import { DatabaseAddress } from './database-address.js';
import { errorMessage } from './error-message.js';
import { PgEvents } from './events/pg-events.js';
import { migrate } from './migrate/migrate.js';
import { RowPruning } from './pruning/row-pruning.service.js';
import { TableVacuum } from './pruning/table-vacuum.service.js';
import { Statements } from './statements/statements.js';
import { Transactions } from './transactions/transactions.js';

export interface DatabaseOptions {
  /** postgres://… */
  readonly url: string;
  /** Connections that this process keeps for queries. One more listens for events. */
  readonly poolSize: number;
}

/** A process that hangs in the middle of a transaction must not hold its row locks for ever. */
const IDLE_IN_TRANSACTION_MS = 60_000;
const IDLE_CONNECTION_MS = 60_000;

/**
 * The database for every module of the process: `DataSource`, `DatabaseAddress`, `Transactions`, `PgEvents`, `RowPruning` and `TableVacuum`. The migrations run before the `DataSource`
 * exists, so nothing sees an old schema; a boot that fails throws the AppError of `migrate`.
 */
@Module({})
export class DatabaseModule {
  static forRoot({ url, poolSize }: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(url, poolSize), autoLoadEntities: true, toRetry: () => false }),
          dataSourceFactory: async (options) => {
            await migrate(url);
            return new DataSource(options ?? dataSourceOptions(url, poolSize));
          },
        }),
      ],
      providers: [
        { provide: DatabaseAddress, useValue: new DatabaseAddress(url) },
        Transactions,
        PgEvents,
        RowPruning,
        Statements,
        TableVacuum,
        DatabaseHealth,
      ],
      exports: [DatabaseAddress, Transactions, PgEvents, RowPruning, Statements, TableVacuum],
    };
  }
}

function dataSourceOptions(url: string, poolSize: number): DataSourceOptions {
  const logger = new Logger('Database');
  return {
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'secretary',
    connectTimeoutMS: 5_000,
    installExtensions: false,
    synchronize: false,
    // TypeORM would log the parameters of a failed query, and with them what people wrote.
    logging: false,
    poolErrorHandler: (error: unknown) => logger.warn(`Lost a connection: ${errorMessage(error)}`),
    extra: {
      keepAlive: true,
      // What one transaction asks at once travels at once; whoever waits for each answer sees no difference.
      pipeline: true,
      idleTimeoutMillis: IDLE_CONNECTION_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  };
}
