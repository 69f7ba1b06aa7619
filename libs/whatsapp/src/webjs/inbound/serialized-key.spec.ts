import { serializedKey } from './serialized-key.js';

describe('serializedKey', () => {
  it.each([
    [{ fromMe: false, remote: '34600@c.us', id: 'A' }, 'false_34600@c.us_A'],
    [
      { fromMe: true, remote: { user: '1', server: 'g.us' }, id: 'A', participant: { _serialized: '5@lid' } },
      'true_1@g.us_A_5@lid',
    ],
  ])('%j', (key, text) => {
    expect(serializedKey(key)).toBe(text);
  });
});
