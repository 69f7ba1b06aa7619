import { createHmac } from 'node:crypto';

import { isSameSecret, isSigned } from './webhook-signature.js';

const SECRET = 'the-secret-of-the-app';
const BODY = Buffer.from('{"a":"ñ"}');
const sign = (body: Buffer, secret = SECRET) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

describe('the signature of a webhook', () => {
  it.each<[string, Buffer, unknown, string, boolean]>([
    ['the right one', BODY, sign(BODY), SECRET, true],
    ['the right one in capitals', BODY, `sha256=${sign(BODY).slice(7).toUpperCase()}`, SECRET, true],
    ['of another body', Buffer.from('{"a":"n"}'), sign(BODY), SECRET, false],
    ['of another secret', BODY, sign(BODY, 'another'), SECRET, false],
    ['none', BODY, undefined, SECRET, false],
    ['two', BODY, [sign(BODY), sign(BODY)], SECRET, false],
    ['half of it', BODY, sign(BODY).slice(0, 40), SECRET, false],
    ['without its name', BODY, sign(BODY).slice(7), SECRET, false],
    ['one under no secret at all', BODY, sign(BODY, ''), '', false],
  ])('%s', (_, body, signature, secret, isRight) => {
    expect(isSigned(body, signature, secret)).toBe(isRight);
  });

  it.each<[unknown, string, boolean]>([
    ['verify-me', 'verify-me', true],
    ['verify-mE', 'verify-me', false],
    ['', 'verify-me', false],
    [undefined, 'verify-me', false],
    ['', '', false],
  ])('the verify token %s against %s', (given, secret, isRight) => {
    expect(isSameSecret(given, secret)).toBe(isRight);
  });
});
