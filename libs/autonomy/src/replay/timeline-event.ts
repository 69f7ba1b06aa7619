/** One line of a timeline: who did what, when and to whom; no content. */
export interface TimelineEvent {
  /** From the first midnight. */
  readonly second: number;
  readonly event: 'message' | 'join' | 'leave';
  /** Index of the member. */
  readonly author: number;
  readonly characters: number;
  readonly addressedTo: number | null;
  readonly isQuestion: boolean;
}
