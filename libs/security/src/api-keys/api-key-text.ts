import { randomBytes } from 'node:crypto';

const FORMAT = /^sec_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

export interface ApiKeyText {
  /** `sec_<prefix>_<secret>`, the secret being 256 random bits. */
  readonly plain: string;
  /** Names the key where it is listed; tells nothing about the secret. */
  readonly prefix: string;
}

/** A new random API key. */
export function apiKeyText(): ApiKeyText {
  const prefix = randomBytes(6).toString('hex');
  return { plain: `sec_${prefix}_${randomBytes(32).toString('base64url')}`, prefix };
}

/** The prefix of a well-formed key; null for any other text. */
export function prefixOf(plain: string): string | null {
  return FORMAT.exec(plain)?.[1] ?? null;
}
