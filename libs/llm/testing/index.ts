export * from './anthropic-answer.js';
export * from './anthropic-batch-desk.js';
export * from './anthropic-body.js';
export * from './anthropic-server.js';
export * from './language-model.contract.js';
export * from './scripted-model.js';
