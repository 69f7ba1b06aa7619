/** How a mood moves the thresholds. Numbers run 0-1. */
export interface MoodProfile {
  readonly name: string;
  /** How soon a silence is broken. */
  readonly energy: number;
  /** How soon a talk is joined. */
  readonly sociability: number;
  /** How readily signals are acted on. */
  readonly impulsiveness: number;
  /** Whether something from outside is brought along when little is said: the curious and the excited do. */
  readonly shares: boolean;
}
