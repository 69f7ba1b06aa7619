export * from './chat.js';
export * from './secretary-context.js';
export * from './use-chat.js';
export * from './use-conversations.js';
export * from './use-typing.js';
