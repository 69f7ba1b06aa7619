export * from './characters/character.js';
export * from './characters/default-character.js';
export * from './companions-agent.module.js';
export * from './reply/companion-reply.task.js';
export * from './reply/reply.service.js';
