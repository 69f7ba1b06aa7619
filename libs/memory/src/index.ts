export * from './absorb/absorption-step.js';
export * from './default-character-id.js';
export * from './memory-agent.module.js';
export * from './memory-http.module.js';
export * from './memory.module.js';
