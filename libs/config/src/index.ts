import 'reflect-metadata';

export * from './config-table.js';
export * from './config.module.js';
export * from './env-example.js';
export * from './load-config.js';
export * from './misspelled-variables.js';
export * from './read-section.js';
export * from './sections/cloud-api.config.js';
export * from './sections/conversation.config.js';
export * from './sections/llm.config.js';
export * from './sections/media.config.js';
export * from './sections/pacing.config.js';
export * from './sections/security.config.js';
export * from './sections/server.config.js';
export * from './sections/storage.config.js';
export * from './sections/telemetry.config.js';
export * from './sections/whatsapp.config.js';
export * from './variable.js';
