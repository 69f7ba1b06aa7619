import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { invalidMasterKey, wrongMasterKey } from '../security.errors.js';
import { keepSecretFile } from './secret-file.js';

const KEY_BYTES = 32;
const KEY_FILE = /^master-([1-9]\d{0,5})\.key$/;

export interface MasterKey {
  readonly version: number;
  readonly key: KeyObject;
}

export interface MasterKeySource {
  /** Its `keys` folder holds `master-<version>.key`; version 1 is made at the first start. */
  readonly dataDir: string;
  /** 32 bytes in base64 or base64url, version 1. The files are not looked at then. */
  readonly encryptionKey?: string;
}

/** What a key derived from a master key is used for: no two uses share key bytes. */
export type KeyPurpose = 'blind-index' | 'memory-index' | 'cursors' | 'api-keys' | 'person-tokens' | 'autonomy';

/**
 * The keys that wrap data keys, by version: the highest one wraps, the older ones still unwrap. Derived keys come from
 * the lowest version, so that adding a version leaves search, cursors and API keys working.
 */
export class MasterKeys {
  private constructor(private readonly keys: ReadonlyMap<number, MasterKey>) {}

  /** Throws `security.invalid-master-key` or `security.secret-file`. */
  static async open({ dataDir, encryptionKey }: MasterKeySource): Promise<MasterKeys> {
    if (encryptionKey) return new MasterKeys(new Map([[1, masterKey(1, encryptionKey, 'ENCRYPTION_KEY')]]));
    const folder = join(dataDir, 'keys');
    const versions = await storedVersions(folder);
    const keys = new Map<number, MasterKey>();
    for (const version of versions.length > 0 ? versions : [1]) {
      const path = join(folder, `master-${version}.key`);
      const { text } = await keepSecretFile(path, () => randomBytes(KEY_BYTES).toString('base64'));
      keys.set(version, masterKey(version, text, path));
    }
    return new MasterKeys(keys);
  }

  get versions(): readonly number[] {
    return [...this.keys.keys()];
  }

  /** The one that wraps new data keys. */
  get current(): MasterKey {
    return this.of(Math.max(...this.keys.keys()));
  }

  /** Throws `security.wrong-master-key` when there is none of this version. */
  of(version: number): MasterKey {
    const key = this.keys.get(version);
    if (!key) throw wrongMasterKey(version);
    return key;
  }

  /** 32 bytes for one purpose, by HKDF-SHA256 (RFC 5869). */
  derive(purpose: KeyPurpose): KeyObject {
    const oldest = this.of(Math.min(...this.keys.keys()));
    return createSecretKey(Buffer.from(hkdfSync('sha256', oldest.key, '', `secretary/${purpose}`, KEY_BYTES)));
  }
}

async function storedVersions(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => KEY_FILE.exec(name)?.slice(1).map(Number) ?? []).sort((a, b) => a - b);
}

function masterKey(version: number, text: string, source: string): MasterKey {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_BYTES) throw invalidMasterKey(source);
  return { version, key: createSecretKey(bytes) };
}
