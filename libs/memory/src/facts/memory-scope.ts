/** Whose memory of whom. It is in every query. */
export interface MemoryOwner {
  readonly characterId: string;
  readonly contactId: string;
}

/** Where it may be used: what was said in a group stays in that group, what was said in private stays in private. */
export interface MemoryScope extends MemoryOwner {
  /** Null: in private, with the contact alone. */
  readonly groupId: string | null;
}
