import { drawing, newArm, NOBODY, withPerson } from '../../testing/arm.js';
import { harmGuard } from './harm-guard.js';

const stop = (reason: string): unknown => ({ stop: true, reason });
const go = { stop: false };

describe('harmGuard', () => {
  it.each([
    ['nobody yet', NOBODY, NOBODY, go],
    ['both do well', newArm(200, 80), newArm(200, 80), go],
    ['better', newArm(500, 100), newArm(500, 300), go],
    ['far fewer answers', newArm(300, 150), newArm(300, 40), stop('answers')],
    ['fewer answers, of too few people to tell', newArm(15, 10), newArm(15, 0), go],
    ['two opt-outs of few', newArm(100, 40), newArm(10, 4, 2), go],
    ['three opt-outs of a handful', newArm(100, 40), newArm(8, 2, 3), stop('opt-outs')],
    ['three opt-outs of a hundred', newArm(100, 40), newArm(100, 40, 3), go],
    ['five of forty', newArm(100, 40), newArm(40, 15, 5), stop('opt-outs')],
    ['five of forty, and the control is no better', newArm(100, 40, 12), newArm(40, 15, 5), go],
    ['many of very many', newArm(2000, 900, 10), newArm(2000, 900, 120), stop('opt-outs')],
  ])('%s', (_, control, variant, expected) => {
    expect(harmGuard(control, variant)).toEqual(expected);
  });

  it('seldom stops what is like the control, looked at after each person', () => {
    let stopped = 0;
    for (let seed = 0; seed < 400; seed += 1) {
      const draw = drawing(seed);
      let [control, variant] = [NOBODY, NOBODY];
      for (let person = 0; person < 300; person += 1) {
        control = withPerson(control, draw() < 0.4 ? 1 : 0, draw() < 0.01);
        variant = withPerson(variant, draw() < 0.4 ? 1 : 0, draw() < 0.01);
        if (!harmGuard(control, variant).stop) continue;
        stopped += 1;
        break;
      }
    }
    expect(stopped).toBeLessThanOrEqual(20);
  });

  it('stops what drives one in ten away before eighty were written to', () => {
    let late = 0;
    for (let seed = 0; seed < 100; seed += 1) {
      const draw = drawing(seed);
      let variant = NOBODY;
      while (!harmGuard(newArm(80, 32, 0), variant).stop && variant.people < 300)
        variant = withPerson(variant, draw() < 0.4 ? 1 : 0, draw() < 0.15);
      if (variant.people > 80) late += 1;
    }
    expect(late).toBeLessThanOrEqual(10);
  });
});
