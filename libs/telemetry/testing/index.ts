export * from './recorded-lines.js';
