import { jest } from '@jest/globals';

import type { AgentRouter } from '#agents';
import { MemoryConfig, readSection } from '#config';
import type { Logger } from '#telemetry';

import { ToldStep } from '../../testing/told-step.js';
import type { AbsorbableChats } from './absorbable-chats.service.js';
import { AbsorptionSteps } from './absorption-steps.js';
import { Absorption } from './absorption.service.js';

function newAbsorption(env: Record<string, string> = {}) {
  const dispatch = jest.fn(() => Promise.resolve());
  const dispatchMany = jest.fn(() => Promise.resolve());
  const neglected = jest.fn(() =>
    Promise.resolve(['one', 'two'].map((chatId) => ({ characterId: 'character', chatId }))),
  );
  const absorption = new Absorption(
    { dispatch, dispatchMany } as unknown as AgentRouter,
    { neglected } as unknown as AbsorbableChats,
    readSection(MemoryConfig, env),
    { warn: () => undefined } as unknown as Logger,
    new AbsorptionSteps([new ToldStep()]),
  );
  return { absorption, dispatch, dispatchMany };
}

describe('Absorption', () => {
  it('has a chat looked at once for everything that is said within a moment', async () => {
    const { absorption, dispatch } = newAbsorption();
    for (const chat of ['one', 'one', 'two', 'one']) await absorption.note('character', chat);
    expect(dispatch.mock.calls).toEqual(
      ['one', 'two'].map((chatId) => ['memory.absorb', { characterId: 'character', chatId }, { delayMs: 20_000 }]),
    );
  });

  it('never fails an answer, and notes again what could not be noted', async () => {
    const { absorption, dispatch } = newAbsorption();
    dispatch.mockRejectedValueOnce(new Error('no queue'));
    await absorption.note('character', 'one');
    await absorption.note('character', 'one');
    expect(dispatch).toHaveBeenCalledTimes(2);
  });

  it('sweeps', async () => {
    const { absorption, dispatchMany } = newAbsorption();
    expect(await absorption.sweep()).toBe(2);
    expect(dispatchMany).toHaveBeenCalledTimes(1);
  });

  it('does nothing when it is switched off', async () => {
    const { absorption, dispatch, dispatchMany } = newAbsorption({ MEMORY_ENABLED: 'false' });
    await absorption.note('character', 'one');
    expect(await absorption.sweep()).toBe(0);
    expect([dispatch, dispatchMany].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });
});
