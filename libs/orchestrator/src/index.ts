export * from './orchestrator-agent.module.js';
export * from './routing/decide-turn.js';
export * from './routing/turn-sweep.service.js';
export * from './routing/turn.service.js';
