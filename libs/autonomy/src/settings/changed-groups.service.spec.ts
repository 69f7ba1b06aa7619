import { jest } from '@jest/globals';

import type { AgentRouter } from '#agents';
import { AutonomyConfig, loadConfig } from '#config';
import type { OutboxDesk } from '#messaging';

import type { AutonomyEvents } from '../events/autonomy-events.service.js';
import { unseenGroup } from '../store/unseen-group.js';
import { ChangedGroups } from './changed-groups.service.js';

const NOW = new Date('2026-03-02T12:00:00Z');

describe('an operator who asks for silence', () => {
  it.each([
    ['once, by the look that follows', 'true', 1, 0],
    ['at once, where nobody looks', 'false', 0, 1],
  ])('is told of it on sockets %s', async (_, enabled, looks, told) => {
    const dispatch = jest.fn(() => Promise.resolve());
    const events = { settings: jest.fn(), mood: jest.fn(), silenced: jest.fn() };
    const changed = new ChangedGroups(
      {} as OutboxDesk,
      { dispatch } as unknown as AgentRouter,
      events as unknown as AutonomyEvents,
      loadConfig({ AUTONOMY_ENABLED: enabled }).get(AutonomyConfig) as AutonomyConfig,
    );
    await changed.tell('chat', unseenGroup('chat', NOW), { quietUntil: NOW });
    expect(dispatch).toHaveBeenCalledTimes(looks);
    expect(events.silenced).toHaveBeenCalledTimes(told);
    expect([events.settings, events.mood].map(({ mock }) => mock.calls)).toEqual([[], []]);
  });
});
