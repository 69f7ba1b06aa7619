import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

/** Whether `X-Hub-Signature-256` is the HMAC-SHA256 of exactly these bytes under the app's secret. Takes as long for every wrong one. */
export function isSigned(body: Uint8Array, signature: unknown, appSecret: string): boolean {
  const [, hex] = SIGNATURE.exec(typeof signature === 'string' ? signature : '') ?? [];
  if (hex === undefined || appSecret === '') return false;
  return timingSafeEqual(createHmac('sha256', appSecret).update(body).digest(), Buffer.from(hex, 'hex'));
}

/** Whether two secrets are the same, in a time that tells nothing about either. */
export function isSameSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string' || secret === '') return false;
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
