import fc from 'fast-check';

import { TurnModel, type HeldTurn } from '../../testing/turn-model.js';
import { MOST_REMAKES } from './remake-policy.js';

const STEPS = ['say', 'route', 'claim', 'answer', 'late answer', 'some answer', 'silence', 'expire'] as const;
const ORDERS = 10_000;

/** Beside the model, what whoever answers sees of it. */
function play(steps: readonly (typeof STEPS)[number][], pick: number) {
  const model = new TurnModel();
  const held: HeldTurn[] = [];
  const ended: HeldTurn[] = [];
  const calls = new Map<unknown, number>();
  const claim = (): void => {
    const one = model.claim();
    if (!one) return;
    held.push(one);
    calls.set(one.turn, (calls.get(one.turn) ?? 0) + 1);
  };
  const answer = (one: HeldTurn | undefined): void => {
    if (one && model.answer(one) === 'answered') ended.push(one);
  };
  for (const step of steps) {
    if (step === 'say') model.say();
    else if (step === 'route') model.route();
    else if (step === 'claim') claim();
    else if (step === 'answer') answer(held.at(-1));
    else if (step === 'late answer') answer(held[0]);
    else if (step === 'some answer') answer(held[pick % Math.max(1, held.length)]);
    else if (step === 'expire') model.expire();
    else if (held.at(-1) && model.silence(held.at(-1)!)) ended.push(held.at(-1)!);
  }
  return {
    model,
    ended,
    claim,
    answer: () => {
      answer(held.at(-1));
    },
  };
}

it(`an answer knows all of its turn, once, in order, in ${ORDERS} orders of what happens`, () => {
  const steps = fc.array(fc.constantFrom(...STEPS), { minLength: 3, maxLength: 60 });
  fc.assert(
    fc.property(steps, fc.nat(), (happens, pick) => {
      const { model, ended, claim, answer } = play(happens, pick);
      // Then nobody writes any more, and whoever went away is missed: all that waits is answered.
      for (let rounds = 0; rounds < model.turns.length + model.waits + 2; rounds++) {
        model.route();
        model.expire();
        claim();
        answer();
      }
      expect(model.waits).toBe(0);
      expect(model.turns.every(({ state }) => state !== 'pending')).toBe(true);
      // Each turn ended once, by somebody who knew all of it, the oldest first.
      expect(ended.map(({ turn }) => model.turns.indexOf(turn))).toEqual(model.turns.map((_, place) => place));
      for (const { turn, known } of ended) expect(known).toEqual(turn.messages);
      // Nothing is lost, doubled, or answered before what was written earlier.
      const messages = model.turns.flatMap((turn) => turn.messages);
      expect(messages).toEqual(messages.map((_, place) => place + 1));
      for (const { revision } of model.turns) expect(revision).toBeLessThanOrEqual(MOST_REMAKES);
    }),
    { numRuns: ORDERS },
  );
});

it('whoever writes on and on is answered after a few remakes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (writes) => {
      const model = new TurnModel();
      let answered = 0;
      for (let written = 0; written < writes; written++) {
        model.route();
        const held = model.claim();
        model.say();
        if (held && model.answer(held) === 'answered') answered += 1;
      }
      expect(answered).toBeGreaterThanOrEqual(Math.floor(writes / (MOST_REMAKES + 2)));
    }),
  );
});
