import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';

import { keepSecretFile } from '../keys/secret-file.js';
import { apiKeyText } from './api-key-text.js';
import type { Principal } from './principal.js';

export interface AdminKeySource {
  readonly dataDir: string;
  readonly adminApiKey?: string;
}

/** The operator's own key: it may do everything, and is not in the table of API keys. */
export class AdminKey {
  static readonly principal: Principal = { id: 'admin', name: 'admin', scopes: ['*'] };

  /** Keys are compared as HMACs of one length, so that the time of a comparison tells nothing. */
  private readonly salt = randomBytes(32);
  private readonly digest: Buffer;

  private constructor(
    readonly key: string,
    /** The file it lies in; null when it came from ADMIN_API_KEY. */
    readonly path: string | null,
    /** Whether this start made it. */
    readonly made: boolean,
  ) {
    this.digest = this.digestOf(key);
  }

  /** From `adminApiKey`, or from `DATA_DIR/admin-api-key`, made at the first start. Throws `security.secret-file`. */
  static async open({ dataDir, adminApiKey }: AdminKeySource): Promise<AdminKey> {
    if (adminApiKey) return new AdminKey(adminApiKey, null, false);
    const path = join(dataDir, 'admin-api-key');
    const { text, made } = await keepSecretFile(path, () => apiKeyText().plain);
    return new AdminKey(text, path, made);
  }

  matches(plain: string): boolean {
    return timingSafeEqual(this.digest, this.digestOf(plain));
  }

  private digestOf(plain: string): Buffer {
    return createHmac('sha256', this.salt).update(plain).digest();
  }
}
