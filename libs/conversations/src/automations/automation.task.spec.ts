import { taskDefinition } from '#agents';

import '../exports/export.task.js';
import '../metadata/metadata.task.js';
import './automation.task.js';

it('does not let automations and their deliveries wait behind jobs of hours, nor for each other', () => {
  const agents = ['conversation.observe', 'conversation.webhook'].map((name) => taskDefinition(name).agent);
  const long = ['conversation.export', 'conversation.metadata'].map((name) => taskDefinition(name).agent);
  expect(new Set([...agents, ...long]).size).toBe(3);
});
