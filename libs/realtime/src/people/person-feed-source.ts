/** One thing that a person's sockets must not miss. */
export interface PersonFeedEvent {
  /** Its place in the person's feed, a whole number as text. */
  readonly position: string;
  readonly chatId: string;
  readonly event: string;
  /** JSON. Null when there is nothing to tell any more: its message was deleted. */
  readonly payload: unknown;
}

/** Where the sockets read what they tell: the table is the authority, whatever brought the news that it has grown. */
export abstract class PersonFeedSource {
  /** At most `limit` of the person's events after `position`, the oldest first, none of those that are still kept left out. */
  abstract after(contactId: string, position: string, limit: number): Promise<readonly PersonFeedEvent[]>;

  /** The place of the person's last event, kept or not; '0' before the first. */
  abstract lastPosition(contactId: string): Promise<string>;

  /** As `lastPosition`, of many people at once. */
  abstract lastPositions(contactIds: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** The place of the person's oldest event that is kept; null when none is. */
  abstract firstPosition(contactId: string): Promise<string | null>;
}
