export * from './listener-log.js';
export * from './whatsapp-harness.js';
export * from './whatsapp.contract.js';
export * from './simulator-app.js';
export * from './simulator-harness.js';
export * from './open-network.js';
export * from './test-memory.js';
