import 'reflect-metadata';

export * from './commands/socket-caller.js';
export * from './commands/socket-commands.service.js';
export * from './fan-out/fan-out.port.js';
export * from './people/conversation-sockets.service.js';
export * from './people/passing-event.js';
export * from './people/person-feed-source.js';
export * from './people/person-news.service.js';
export * from './people/room-guard.js';
export * from './people/socket-sessions.js';
export * from './publish/realtime-event.js';
export * from './publish/realtime.service.js';
export * from './realtime-http.module.js';
export * from './realtime.module.js';
