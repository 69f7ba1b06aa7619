import 'reflect-metadata';

export * from './publish/realtime-event.js';
export * from './publish/realtime.service.js';
export * from './realtime-http.module.js';
export * from './realtime.module.js';
