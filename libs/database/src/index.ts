export { MIGRATIONS } from '../migrations/index.js';
export * from './database-address.js';
export * from './database.module.js';
export * from './events/pg-events.js';
export * from './migrate/migrate.js';
export * from './open-database.js';
export * from './schema-drift.js';
export * from './statements/statements.js';
export * from './transactions/transactions.js';
