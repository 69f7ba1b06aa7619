/** Where a message stands among others: by the time it was sent, then by its id. */
export interface MessagePlace {
  readonly sentAt: Date;
  readonly id: string;
}

/** Negative when `one` is the earlier one. */
export function comparePlaces(one: MessagePlace, other: MessagePlace): number {
  return one.sentAt.getTime() - other.sentAt.getTime() || (one.id < other.id ? -1 : Number(one.id > other.id));
}
