export * from '../index.js';
export * from './mount-chat.js';
