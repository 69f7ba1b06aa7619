import { HELD_OUT_LINES } from '../../../testing/safety/held-out-lines.js';
import { measure } from '../../../testing/safety/measure.js';
import { SECOND_HELD_OUT_LINES } from '../../../testing/safety/second-held-out-lines.js';

const CLASSES = [
  ...['danger', 'self-harm', 'abuse', 'violence', 'threat', 'medical'],
  ...['minor', 'forbidden', 'romance', 'suggestive', 'explicit'],
];

/** Written before the rules; who reads the figures should know that one hand wrote both. */
describe.each([
  ['the first lines', HELD_OUT_LINES],
  ['the second lines', SECOND_HELD_OUT_LINES],
])('%s that were set aside', (_, lines) => {
  it.each(CLASSES)('%s: nine of ten are found, and nine of ten found are right', (name) => {
    const { figures, wrong } = measure(lines);
    const { recall, precision } = figures[name]!;
    // What is wrong is printed when it is too much.
    const missed = recall >= 0.9 && precision >= 0.9 ? [] : wrong;
    expect({ [name]: missed }).toEqual({ [name]: [] });
  });
});

it('there are enough of them, in English and Spanish as many', () => {
  const counts = { en: 0, es: 0, other: 0 };
  for (const lines of [HELD_OUT_LINES, SECOND_HELD_OUT_LINES]) {
    for (const one of Object.values(lines)) {
      for (const language of ['en', 'es', 'other'] as const) counts[language] += one[language].length;
    }
  }
  expect(counts.en + counts.es + counts.other).toBeGreaterThan(300);
  expect(Math.abs(counts.en - counts.es)).toBeLessThan(10);
});
