import { MasterKeys } from '../src/keys/master-keys.js';

/** Master keys of one known key; another `seed` gives another key. */
export function testMasterKeys(seed = 7): Promise<MasterKeys> {
  return MasterKeys.open({ dataDir: '.', encryptionKey: Buffer.alloc(32, seed).toString('base64') });
}
