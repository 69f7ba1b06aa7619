export * from './chromium-path.js';
export * from './fake-clock.js';
export * from './pdf-tools.js';
export * from './redis-url.js';
export * from './test-database.js';
export * from './test-program.js';
export * from './wait-for.js';
export * from './factories/new-incoming-message.js';
