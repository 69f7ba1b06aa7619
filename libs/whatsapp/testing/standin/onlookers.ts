import type { Delivery } from './delivery-ledger.js';
import type { SeenChange, SeenReaction } from './phone-sight.js';

/** Something that the phones on the other side see of us. */
export type Seen =
  | ({ readonly kind: 'delivery' } & Delivery)
  | { readonly kind: 'typing'; readonly chat: string; readonly on: boolean }
  | { readonly kind: 'read'; readonly chat: string; readonly ids: readonly string[] }
  | ({ readonly kind: 'reaction'; readonly chat: string } & SeenReaction)
  | { readonly kind: 'change'; readonly chat: string; readonly change: SeenChange };

/** Those who watch the phones. */
export class Onlookers {
  private readonly all = new Set<(seen: Seen) => void>();

  watch(look: (seen: Seen) => void): () => void {
    this.all.add(look);
    return () => this.all.delete(look);
  }

  tell(seen: Seen): void {
    for (const look of this.all) look(seen);
  }
}
