import { createHmac } from 'node:crypto';

/** `t=<unix seconds>,v1=<hex>`: HMAC-SHA-256 with the secret over `<unix seconds>.<body>`. */
export function webhookSignature(secret: string, body: string, now: Date): string {
  const at = Math.floor(now.getTime() / 1_000);
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}
