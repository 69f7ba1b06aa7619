import { Injectable } from '@nestjs/common';

import type { AppError } from '#kernel';

import { AdminKey } from '../api-keys/admin-key.js';
import { ApiKeys } from '../api-keys/api-keys.service.js';
import type { Principal } from '../api-keys/principal.js';
import { PersonTokens } from '../people/person-tokens.service.js';
import { tokenExpired, unauthenticated } from '../security.errors.js';

const BEARER = /^Bearer +(\S{1,2048})$/i;
/** Three parts, as JWTs have them. API keys hold no dot. */
const TOKEN = /^[^.]+\.[^.]+\.[^.]+$/;

/** Tells from an `Authorization` header who is calling. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly adminKey: AdminKey,
    private readonly apiKeys: ApiKeys,
    private readonly personTokens: PersonTokens,
  ) {}

  /** The operator, by the admin key, compared in memory; null for anybody else. */
  operator(header: string | undefined): Principal | null {
    const plain = plainKey(header);
    return plain !== undefined && this.adminKey.matches(plain) ? AdminKey.principal : null;
  }

  /**
   * Null for nobody we know. `beforeLookUp` may throw to spare the database a look-up; the admin key is compared before
   * it, so that nobody can lock the operator out.
   */
  async authenticate(header: string | undefined, beforeLookUp?: () => void): Promise<Principal | null> {
    const plain = plainKey(header);
    if (plain === undefined) return null;
    if (this.adminKey.matches(plain)) return AdminKey.principal;
    // What we did not sign costs the database nothing.
    if (TOKEN.test(plain)) return this.personTokens.verify(plain);
    beforeLookUp?.();
    return this.apiKeys.verify(plain);
  }

  /** What to tell somebody whom `authenticate` does not know: `auth.expired` for a token that was good, else `auth.required`. */
  async refusal(header: string | undefined): Promise<AppError> {
    const plain = plainKey(header) ?? '';
    return TOKEN.test(plain) && (await this.personTokens.hasExpired(plain)) ? tokenExpired() : unauthenticated();
  }

  /** Whether what was brought is a token by its form. */
  bringsToken(header: string | undefined): boolean {
    return TOKEN.test(plainKey(header) ?? '');
  }
}

function plainKey(header: string | undefined): string | undefined {
  return header === undefined ? undefined : BEARER.exec(header)?.[1];
}
