export * from './curl-calls.js';
export * from './test-app.js';
export * from './test-phone.js';
export * from './test-process.js';
export * from './under-way.js';
