/** What is left of an account's allowance, and as of when. */
export interface TokenBucket {
  readonly tokens: number;
  readonly refilledAt: Date;
}

export interface BucketPolicy {
  readonly ratePerMinute: number;
  /** The most that gathers while nothing leaves. */
  readonly burst: number;
}

export type TokenTaken =
  | { readonly taken: true; readonly bucket: TokenBucket }
  /** `until`: when the next token is there. */
  | { readonly taken: false; readonly until: Date };

const MINUTE_MS = 60_000;
/** What floating point may lose of one token. */
const ROUNDING = 1e-9;

/** Takes one token, if there is one. An account that never sent has a full bucket (null). A clock that went back refills nothing. */
export function takeToken(bucket: TokenBucket | null, { ratePerMinute, burst }: BucketPolicy, now: Date): TokenTaken {
  const elapsedMs = bucket ? Math.max(0, now.getTime() - bucket.refilledAt.getTime()) : 0;
  const tokens = bucket ? Math.min(burst, bucket.tokens + (elapsedMs * ratePerMinute) / MINUTE_MS) : burst;
  if (tokens > 1 - ROUNDING) return { taken: true, bucket: { tokens: Math.max(0, tokens - 1), refilledAt: now } };
  return { taken: false, until: new Date(now.getTime() + Math.ceil(((1 - tokens) * MINUTE_MS) / ratePerMinute)) };
}
