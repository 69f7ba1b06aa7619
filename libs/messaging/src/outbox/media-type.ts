import { fileTypeFromBuffer } from 'file-type';

import { mediaMismatch } from './outbox.errors.js';

/** What WhatsApp shows, and not only carries: there the content must be what it says it is. */
const SHOWN = ['image', 'video', 'audio'];
const ANYTHING = 'application/octet-stream';

/** The type of an attachment by its own first bytes, checked against what its sender claims. Throws `outbox.media-mismatch`. */
export async function mediaTypeOf(data: Buffer, claimed?: string): Promise<string> {
  const found = (await fileTypeFromBuffer(data))?.mime.split(';')[0];
  return agreedType(found?.trim(), claimed?.toLowerCase());
}

/** Text and the like have no first bytes to tell by: there the claim stands. An `.ogg` or `.mp4` may hold sound alone. */
export function agreedType(found: string | undefined, claimed: string | undefined): string {
  if (claimed === undefined) return found ?? ANYTHING;
  if (found === claimed) return claimed;
  const [family = '', kind] = claimed.split('/');
  const [foundFamily = '', foundKind] = found?.split('/') ?? [];
  if (family === foundFamily) return SHOWN.includes(family) ? found! : claimed;
  if (kind === foundKind && SHOWN.includes(family) && SHOWN.includes(foundFamily)) return claimed;
  if (SHOWN.includes(family) || SHOWN.includes(foundFamily)) throw mediaMismatch(claimed, found ?? 'something else');
  return claimed;
}
