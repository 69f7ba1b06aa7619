/** One message of the part that is summed up. */
export interface SaidMessage {
  readonly author: 'contact' | 'owner' | 'assistant';
  /** Whose words they are, for a reader: a name, or what they are. */
  readonly speaker: string;
  readonly text: string;
  readonly sentAt: Date;
}

/** The part of a chat that is summed up, oldest message first. */
export interface SaidPart {
  /** What was said before, in short; null at first. */
  readonly soFar: string | null;
  readonly messages: readonly SaidMessage[];
  /** Where the people's days begin and end: an IANA name. */
  readonly zone: string;
}

export interface PartSummary {
  readonly text: string;
  /** 1-10. */
  readonly importance: number;
}
