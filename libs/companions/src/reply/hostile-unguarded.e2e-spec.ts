import { jest } from '@jest/globals';

import type { HostileStage } from '../../testing/hostile/hostile-stage.js';
import { HOSTILE_INPUTS } from '../../testing/hostile/hostile-inputs.js';

const MINUTE_MS = 60_000;

// Before anything that uses it is loaded: whatever the model says is an answer.
jest.unstable_mockModule('./accept-answer.js', () => ({
  MAX_ANSWER: 4_000,
  acceptAnswer: ({ text }: { readonly text: string }) => ({ kind: 'say', texts: [text] }),
}));
jest.unstable_mockModule('./recital.js', () => ({
  LEAK_LETTERS: 48,
  recitalOf: () => () => false,
  beforeLastLetters: () => 0,
}));

describe('a model that recites its instructions', () => {
  let stage: HostileStage;

  beforeAll(async () => {
    const loaded = await import('../../testing/hostile/hostile-stage.js');
    stage = await loaded.HostileStage.open();
  }, MINUTE_MS);

  afterAll(() => stage.close(), MINUTE_MS);

  it(
    'would bring it about if nobody looked for them in its answers',
    async () => {
      const attacks = HOSTILE_INPUTS.filter(({ attack }) => attack === 'reveal-prompt').slice(0, 4);
      expect(stage.succeeded(await stage.attack(attacks)).length).toBeGreaterThan(0);
    },
    2 * MINUTE_MS,
  );
});
