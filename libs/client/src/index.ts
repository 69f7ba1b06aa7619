export * from './chat-error.js';
export type * from './api/schema.js';
export * from './api/secretary-client.js';
export * from './session/chat-message.js';
export * from './session/chat-session.js';
export * from './session/chat-view.js';
export * from './session/writing-reply.js';
export * from './socket/chat-events.js';
export * from './socket/chat-socket.js';
