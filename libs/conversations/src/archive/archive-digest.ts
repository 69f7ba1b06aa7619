import { createHash } from 'node:crypto';

/** SHA-256 over those of the payloads, in their order. */
export function archiveDigest(segments: readonly { readonly sha256: Buffer }[]): Buffer {
  const hash = createHash('sha256');
  for (const { sha256 } of segments) hash.update(sha256);
  return hash.digest();
}
