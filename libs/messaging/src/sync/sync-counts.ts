/** What comparing changed in the store, in messages. */
export interface SyncCounts {
  readonly added: number;
  readonly edited: number;
  readonly deleted: number;
}
