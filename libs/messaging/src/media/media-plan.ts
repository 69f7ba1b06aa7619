import type { MediaInfo } from '#whatsapp';

import type { MediaState } from './media.entity.js';

/** What the operator has set. */
export interface MediaPolicy {
  readonly download: boolean;
  readonly maxBytes: number;
}

export interface MediaPlan {
  readonly state: Extract<MediaState, 'pending' | 'skipped'>;
  readonly reason: string | null;
}

/** What becomes of an attachment, from what its sender says of it. */
export function planMedia({ viewOnce, size }: MediaInfo, policy: MediaPolicy): MediaPlan {
  if (viewOnce) return { state: 'skipped', reason: 'view-once' };
  if (!policy.download) return { state: 'skipped', reason: 'downloads-off' };
  if (size !== undefined && size > policy.maxBytes) return { state: 'skipped', reason: 'too-large' };
  return { state: 'pending', reason: null };
}
