import * as fc from 'fast-check';

import { AdminKey } from './admin-key.js';

const opened = (adminApiKey: string) => AdminKey.open({ dataDir: '.', adminApiKey });

describe('AdminKey', () => {
  it('matches itself, also after other keys were compared', async () => {
    const key = await opened('a-key-that-is-long-enough');
    expect([key.matches('b'.repeat(900)), key.matches('a-key-that-is-long-enough')]).toEqual([false, true]);
  });

  it('matches nothing else', async () => {
    const text = 'a-key-that-is-long-enough';
    const key = await opened(text);
    const others = fc.oneof(
      fc.string({ maxLength: 2_000 }),
      fc.constantFrom(
        '',
        text.slice(1),
        text.slice(0, -1),
        `${text} `,
        text.toUpperCase(),
        `${text}${'x'.repeat(2_000)}`,
      ),
    );
    fc.assert(fc.property(others, (other) => key.matches(other) === (other === text)));
  });

  it('compares all of a key longer than any header, and letters beyond ASCII', async () => {
    const long = 'x'.repeat(3_000);
    const key = await opened(long);
    expect([key.matches(long), key.matches(long.slice(1)), key.matches(`${long}x`)]).toEqual([true, false, false]);
    const wide = await opened('\u0141\u0141\u0141');
    expect([wide.matches('\u0141\u0141\u0141'), wide.matches('AAA')]).toEqual([true, false]);
  });
});
