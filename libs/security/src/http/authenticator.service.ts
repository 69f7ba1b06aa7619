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

  /**
   * Null for nobody we know. `beforeLookUp` may throw to spare the database a look-up; the admin key is compared in
   * memory before it, so that nobody can lock the operator out.
   */
  async authenticate(header: string | undefined, beforeLookUp?: () => Promise<void>): Promise<Principal | null> {
    const plain = BEARER.exec(header ?? '')?.[1];
    if (plain === undefined) return null;
    if (this.adminKey.matches(plain)) return AdminKey.principal;
    await beforeLookUp?.();
    return this.apiKeys.verify(plain);
  }
}
