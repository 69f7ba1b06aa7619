import { AppError } from '#kernel';

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** So often may a stretch fail before fewer messages are tried at once. */
const STRIKES = 3;
/** The model said something, and it is no use: the text may be why. */
const FAULTS_OF_THE_TEXT = new Set(['llm.invalid-output', 'llm.refused', 'llm.empty-output', 'llm.bad-request']);

/** How the tries of a step have gone so far. */
export interface TriedSoFar {
  readonly failures: number;
  readonly strikes: number;
}

export interface AfterFailure extends TriedSoFar {
  /** How many messages are tried next at once; null: as many as now. */
  readonly narrowed: number | null;
  /** The only message of the stretch is left out, and what follows goes on. */
  readonly leaveOut: boolean;
  readonly pauseMs: number;
}

/**
 * What becomes of a stretch of `size` messages that failed. What is no fault of the text (no model, over budget, no database) waits and is
 * tried again as it was. Else fewer are tried, after three failures each, until the one message that fails by itself is left out.
 */
export function afterFailure({ failures, strikes }: TriedSoFar, size: number, error: unknown): AfterFailure {
  const pauseMs = Math.max(askedPauseMs(error), Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures));
  const waiting = { failures: failures + 1, strikes, narrowed: null, leaveOut: false, pauseMs };
  if (!mayBeTheText(error)) return waiting;
  if (strikes + 1 < STRIKES) return { ...waiting, strikes: strikes + 1 };
  const begun = { failures: 0, strikes: 0, pauseMs: 0 };
  return size <= 1
    ? { ...begun, narrowed: null, leaveOut: true }
    : { ...begun, narrowed: Math.floor(size / 2), leaveOut: false };
}

function mayBeTheText(error: unknown): boolean {
  if (!(error instanceof AppError)) return true;
  return FAULTS_OF_THE_TEXT.has(error.code) || !['unavailable', 'rate-limited'].includes(error.kind);
}

function askedPauseMs(error: unknown): number {
  return error instanceof AppError ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;
}
