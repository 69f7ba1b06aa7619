import type { KeyObject } from 'node:crypto';

import { Injectable, Optional } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { DataSource } from 'typeorm';

import { Clock, isId, newId, SystemClock } from '#kernel';

import type { Principal } from '../api-keys/principal.js';
import { MasterKeys } from '../keys/master-keys.js';
import { personNotFound } from '../security.errors.js';
import { KnownPersonTokens } from './known-person-tokens.js';

const ALGORITHM = 'HS256';
const ISSUER = 'secretary';
/** Nothing else that may be signed with a key of ours one day passes for a person's token. */
const AUDIENCE = 'secretary/people';
const DAY_SECONDS = 86_400;

/** For how long a token may be good, in seconds. */
export const PERSON_TOKEN_SECONDS = { min: 60, max: 30 * DAY_SECONDS, default: DAY_SECONDS } as const;

export interface NewPersonToken {
  readonly contactId: string;
  /** Whose it is, to tell tokens apart. */
  readonly name?: string;
  /** Defaults to a day. */
  readonly ttlSeconds?: number;
}

export interface IssuedPersonToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** The tokens that people talk to characters with: JWTs, each with a row that can be revoked. */
@Injectable()
export class PersonTokens {
  private readonly key: KeyObject;
  private readonly known: KnownPersonTokens;

  constructor(
    masterKeys: MasterKeys,
    private readonly dataSource: DataSource,
    // A process without a clock of its own runs on the machine's.
    @Optional() private readonly clock: Clock = new SystemClock(),
  ) {
    this.key = masterKeys.derive('person-tokens');
    this.known = new KnownPersonTokens(dataSource, () => clock.now());
  }

  /** Throws `person.not-found`. */
  async issue({
    contactId,
    name,
    ttlSeconds = PERSON_TOKEN_SECONDS.default,
  }: NewPersonToken): Promise<IssuedPersonToken> {
    const id = newId();
    const issuedAt = Math.floor(this.clock.now().getTime() / 1_000);
    const expiresAt = new Date((issuedAt + ttlSeconds) * 1_000);
    const values = [id, contactId, name ?? null, new Date(issuedAt * 1_000), expiresAt];
    const [row] = await this.dataSource.query<{ contactId: string }[]>(INSERT_SQL, values);
    if (!row) throw personNotFound();
    const token = await new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(row.contactId)
      .setJti(id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.key);
    return { token, expiresAt };
  }

  /** Whose token this is; null when it is not one of ours, has expired or was revoked, and when its contact was erased. */
  async verify(token: string): Promise<Principal | null> {
    const id = await this.idIn(token);
    const known = id === null ? null : await this.known.find(id);
    if (!known) return null;
    const { contactId, name } = known;
    // One person is one caller, however many tokens they have.
    return { id: `person:${contactId}`, name: name ?? 'person', scopes: [], person: { contactId, tokenId: known.id } };
  }

  /** Whether this is a token of ours whose time is over: another one of the same person may hold. */
  async hasExpired(token: string): Promise<boolean> {
    try {
      await this.read(token);
      return false;
    } catch (error) {
      if (error instanceof errors.JOSEError) return error instanceof errors.JWTExpired;
      throw error;
    }
  }

  /** Works no more here at once, and elsewhere within a second. There need not be such a token. */
  async revoke(id: string): Promise<void> {
    await this.dataSource.query('UPDATE person_tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [
      id,
      this.clock.now(),
    ]);
    this.known.forget([id]);
  }

  /** As `revoke`, all that a person has. Answers how many that were. */
  async revokeAll(contactId: string): Promise<number> {
    const [rows] = await this.dataSource.query<[{ id: string }[], number]>(REVOKE_ALL_SQL, [
      contactId,
      this.clock.now(),
    ]);
    this.known.forget(rows.map(({ id }) => id));
    return rows.length;
  }

  private async idIn(token: string): Promise<string | null> {
    try {
      const { payload } = await this.read(token);
      return payload.jti !== undefined && isId(payload.jti) ? payload.jti : null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  /** Looks at the signature first: what is not ours has no time of its own. */
  private read(token: string) {
    return jwtVerify(token, this.key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['exp', 'iat', 'jti', 'sub'],
      currentDate: this.clock.now(),
    });
  }
}

const INSERT_SQL = `
INSERT INTO person_tokens (id, contact_id, name, created_at, expires_at)
SELECT $1, coalesce(merged_into, id), $3, $4, $5 FROM contacts WHERE id = $2
RETURNING contact_id AS "contactId"`;

const REVOKE_ALL_SQL = `
UPDATE person_tokens SET revoked_at = $2
WHERE revoked_at IS NULL AND expires_at > $2
  AND contact_id IN (SELECT id FROM contacts WHERE id = $1 OR merged_into = $1)
RETURNING id`;
