import { newId } from '#kernel';

import { isPayloadKey } from './payload-key.js';

const [ID, OTHER] = [newId(), newId()];

describe('isPayloadKey', () => {
  it.each([`${ID}/0.brotli`, `${ID}/12.none`, `${ID}/3.${OTHER}.brotli`, `${ID}/0.brotli.${OTHER}.part`])(
    'takes %s',
    (key) => expect(isPayloadKey(key)).toBe(true),
  );

  it.each(['photo.jpg', 'x/0.brotli', `${ID}/0.zip`, `${ID}/x.brotli`, `old/${ID}/0.brotli`, `${ID}/0.brotli.bak`, ID])(
    'refuses %s',
    (key) => expect(isPayloadKey(key)).toBe(false),
  );
});
