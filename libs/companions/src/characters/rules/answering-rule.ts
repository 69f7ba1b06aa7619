export type AnswerChannel = 'whatsapp' | 'web';

/** What must be true of a chat; each list is met by any of its values, and all that are given must be met. */
export interface RuleCondition {
  readonly chatIds?: readonly string[];
  readonly contactIds?: readonly string[];
  /** International numbers, with or without `+`, as long as wanted: `+34`. */
  readonly phonePrefixes?: readonly string[];
  readonly kind?: 'direct' | 'group';
  /** Ids or names of our accounts. */
  readonly accounts?: readonly string[];
  /** Tags of the chat, as its labels have them. */
  readonly tags?: readonly string[];
  readonly channels?: readonly AnswerChannel[];
}

/** A chat of which `when` is true is answered by the character with the id `then`. */
export interface AnsweringRule {
  readonly when: RuleCondition;
  readonly then: string;
}
