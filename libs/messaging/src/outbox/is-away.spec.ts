import { AppError } from '#kernel';
import type { ConnectionState, WhatsAppPort } from '#whatsapp';

import { isAway } from './is-away.js';

const NOT_CONNECTED = new AppError('whatsapp.not-connected', '', { kind: 'unavailable' });

describe('isAway', () => {
  it.each<[string, unknown, ConnectionState, boolean]>([
    ['the line is gone', NOT_CONNECTED, 'RECONNECTING', true],
    ['the page is unwell', NOT_CONNECTED, 'DEGRADED', true],
    ['a connected page has no answer to this one question', NOT_CONNECTED, 'READY', false],
    ['something else failed', new Error('detached Frame'), 'RECONNECTING', false],
  ])('%s', (_, error, state, expected) => {
    const port = { status: () => ({ state, reason: null, since: new Date() }) } as unknown as WhatsAppPort;
    expect(isAway(error, port)).toBe(expected);
  });
});
