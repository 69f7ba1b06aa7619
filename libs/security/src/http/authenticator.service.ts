import { Injectable } from '@nestjs/common';

import { AdminKey } from '../api-keys/admin-key.js';
import { ApiKeys } from '../api-keys/api-keys.service.js';
import type { Principal } from '../api-keys/principal.js';

const BEARER = /^Bearer +(\S{1,512})$/i;

/** Tells from an `Authorization` header who is calling. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly adminKey: AdminKey,
    private readonly apiKeys: ApiKeys,
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
    beforeLookUp?.();
    return this.apiKeys.verify(plain);
  }
}

function plainKey(header: string | undefined): string | undefined {
  return header === undefined ? undefined : BEARER.exec(header)?.[1];
}
