/** Why a chat stays where it is: a code, and a sentence for people. */
export interface Hold {
  readonly code: string;
  readonly text: string;
}

/** What became of a chat that was to be archived. */
export type ArchiveOutcome =
  | { readonly kind: 'archived'; readonly archiveId: string; readonly messages: number; readonly storedBytes: number }
  | { readonly kind: 'already-archived' }
  | { readonly kind: 'kept'; readonly holds: readonly Hold[] };
