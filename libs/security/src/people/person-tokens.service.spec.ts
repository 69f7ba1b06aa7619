import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

import fc from 'fast-check';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import type { DataSource } from 'typeorm';

import { newId } from '#kernel';
import { FakeClock } from '#testing';

import { testMasterKeys } from '../../testing/test-master-keys.js';
import { PersonTokens } from './person-tokens.service.js';

const CONTACT = newId();
const NOW = new Date('2026-01-01T12:00:00Z');
const SECONDS = NOW.getTime() / 1_000;

/** A database in which every token is known and good. */
class TrustingDatabase {
  lookUps = 0;

  query(sql: string, [ids]: readonly unknown[]): Promise<unknown[]> {
    if (sql.includes('INSERT')) return Promise.resolve([{ contactId: CONTACT }]);
    this.lookUps += 1;
    return Promise.resolve((ids as string[]).map((id) => ({ id, contactId: CONTACT, name: 'Ana' })));
  }
}

describe('a person’s token', () => {
  const clock = new FakeClock(NOW);
  const database = new TrustingDatabase();
  let tokens: PersonTokens;
  let key: KeyObject;
  let good: string;

  beforeAll(async () => {
    const masterKeys = await testMasterKeys();
    key = masterKeys.derive('person-tokens');
    tokens = new PersonTokens(masterKeys, database as unknown as DataSource, clock);
    good = (await tokens.issue({ contactId: CONTACT })).token;
  });

  const claims = (others: JWTPayload = {}): JWTPayload => ({
    iss: 'secretary',
    aud: 'secretary/people',
    sub: CONTACT,
    jti: newId(),
    iat: SECONDS,
    exp: SECONDS + 60,
    ...others,
  });

  const sign = (payload: JWTPayload, { by = key }: { by?: KeyObject } = {}) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(by);

  function signedByHS512(payload: JWTPayload): string {
    const words = [{ alg: 'HS512' }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    return [...words, createHmac('sha512', key).update(words.join('.')).digest('base64url')].join('.');
  }

  const without = (claim: string): JWTPayload =>
    Object.fromEntries(Object.entries(claims()).filter(([name]) => name !== claim));

  it('is good as it was issued, and as the tests below forge it', async () => {
    expect(await tokens.verify(good)).toMatchObject({ person: { contactId: CONTACT }, scopes: [] });
    expect(await tokens.verify(await sign(claims()))).not.toBeNull();
  });

  it('tells nothing but whose it is and until when', () => {
    const [header, payload] = good
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object);
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(Object.keys(payload ?? {}).toSorted()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sub']);
  });

  const otherKey = createSecretKey(Buffer.alloc(32, 9));
  it.each<[string, () => Promise<string> | string]>([
    ['signed with another key', () => sign(claims(), { by: otherKey })],
    [
      'signed with the key of something else',
      async () => sign(claims(), { by: (await testMasterKeys()).derive('cursors') }),
    ],
    ['signed with the right key by another algorithm', () => signedByHS512(claims())],
    ['not signed at all', () => new UnsecuredJWT(claims()).encode()],
    ['said to be unsigned', () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`],
    ['without its signature', () => good.split('.').slice(0, 2).join('.')],
    ['cut', () => good.slice(0, -1)],
    [
      'with another’s words under its signature',
      async () => [good.split('.')[0], (await sign(claims())).split('.')[1], good.split('.')[2]].join('.'),
    ],
    ['over', () => sign(claims({ exp: SECONDS }))],
    ['good without end', () => sign(without('exp'))],
    ['not good yet', () => sign(claims({ nbf: SECONDS + 60 }))],
    ['for another audience', () => sign(claims({ aud: 'secretary' }))],
    ['for nobody', () => sign(without('aud'))],
    ['from somebody else', () => sign(claims({ iss: 'https://example.com' }))],
    ['without an id', () => sign(without('jti'))],
    ['with an id that is none', () => sign(claims({ jti: "'; DROP TABLE contacts" }))],
    ['of nobody', () => sign(without('sub'))],
    ['empty', () => '..'],
  ])('is refused when it is %s', async (_, make) => {
    const before = database.lookUps;
    expect(await tokens.verify(await make())).toBeNull();
    expect(database.lookUps).toBe(before);
  });

  it('is refused in every other form, and nothing breaks', async () => {
    const part = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    await fc.assert(
      fc.asyncProperty(fc.tuple(part, part, part), async (parts) => {
        expect(await tokens.verify(parts.join('.'))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is refused with any of its letters changed', async () => {
    const end = good.lastIndexOf('.');
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 2), fc.constantFrom(...'Ab-_9.'), async (at, letter) => {
        fc.pre(good[at] !== letter && (at < end || at > end));
        expect(await tokens.verify(good.slice(0, at) + letter + good.slice(at + 1))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});
