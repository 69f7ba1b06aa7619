export * from './clock.module.js';
export * from './docs.js';
export * from './platform.js';
export * from './run-process.js';
export * from './roles.js';
