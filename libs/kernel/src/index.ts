export * from './app-error.js';
export * from './clean-text.js';
export * from './clock.js';
export * from './failpoint.js';
export * from './id.js';
export * from './page.js';
export * from './sleep.js';
export * from './system-clock.js';
