import { timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';

import { keepSecretFile } from '../keys/secret-file.js';
import { apiKeyText } from './api-key-text.js';
import type { Principal } from './principal.js';

export interface AdminKeySource {
  readonly dataDir: string;
  readonly adminApiKey?: string;
}

/** Bytes in which two keys are compared, more only for a longer key of ours. */
const COMPARED = 1_024;

/** The operator's own key: it may do everything, and is not in the table of API keys. */
export class AdminKey {
  static readonly principal: Principal = { id: 'admin', name: 'admin', scopes: ['*'] };

  private readonly padded: Buffer;
  private readonly presented: Buffer;

  private constructor(
    readonly key: string,
    /** The file it lies in; null when it came from ADMIN_API_KEY. */
    readonly path: string | null,
    /** Whether this start made it. */
    readonly made: boolean,
  ) {
    const size = Math.max(COMPARED, Buffer.byteLength(key));
    this.padded = Buffer.alloc(size);
    this.padded.write(key);
    this.presented = Buffer.alloc(size);
  }

  /** From `adminApiKey`, or from `DATA_DIR/admin-api-key`, made at the first start. Throws `security.secret-file`. */
  static async open({ dataDir, adminApiKey }: AdminKeySource): Promise<AdminKey> {
    if (adminApiKey) return new AdminKey(adminApiKey, null, false);
    const path = join(dataDir, 'admin-api-key');
    const { text, made } = await keepSecretFile(path, () => apiKeyText().plain);
    return new AdminKey(text, path, made);
  }

  /** Always compares the same number of bytes, so that its time tells neither where two keys differ nor how long ours is. */
  matches(plain: string): boolean {
    if (Buffer.byteLength(plain) > this.presented.length) return false;
    this.presented.fill(0, this.presented.write(plain));
    return timingSafeEqual(this.padded, this.presented);
  }
}
