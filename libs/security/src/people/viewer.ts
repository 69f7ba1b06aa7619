import type { Principal } from '../api-keys/principal.js';

/** Who looks at conversations: an operator sees everybody's, a person their own. */
export type Viewer = { readonly kind: 'operator' } | { readonly kind: 'person'; readonly contactId: string };

export function viewerOf({ person }: Principal): Viewer {
  return person ? { kind: 'person', contactId: person.contactId } : { kind: 'operator' };
}
