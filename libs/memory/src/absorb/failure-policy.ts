import { AppError } from '#kernel';

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** So often may a stretch fail before fewer messages are tried at once. */
const STRIKES = 3;
/** Three days, at an hour between two tries: who runs this has had time to see that the model takes no request at all. */
const PATIENT_STRIKES = 72;
/** After so many tries that took too long, fewer messages are tried at once. */
const SLOW_TRIES = 5;
/** The model said something, and it is no use: the text may be why. */
const FAULTS_OF_THE_TEXT = new Set(['llm.invalid-output', 'llm.refused', 'llm.empty-output']);
/** Less of it might be fast enough. */
const TOO_LONG = new Set(['llm.timeout', 'llm.interrupted']);

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

type Fault = 'text' | 'text-or-settings' | 'length' | 'elsewhere';

/**
 * What becomes of a stretch of `size` messages that failed. What is no fault of the text (no model, over budget, no database) waits and is
 * tried again as it was; what takes too long is tried in smaller parts, and none of it is left out. Else fewer are tried, after three failures
 * each, until the one message that fails by itself is left out: soon when the model had an answer to it, after days when it took no request.
 */
export function afterFailure({ failures, strikes }: TriedSoFar, size: number, error: unknown): AfterFailure {
  const pauseMs = Math.max(askedPauseMs(error), Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures));
  const waiting = { failures: failures + 1, strikes, narrowed: null, leaveOut: false, pauseMs };
  const half = size > 1 ? Math.floor(size / 2) : null;
  switch (faultOf(error)) {
    case 'elsewhere':
      return waiting;
    case 'length':
      return (failures + 1) % SLOW_TRIES === 0 ? { ...waiting, narrowed: half } : waiting;
    case 'text-or-settings':
      if (half !== null) return { ...waiting, strikes: 0, narrowed: half };
      if (strikes + 1 < PATIENT_STRIKES) return { ...waiting, strikes: strikes + 1 };
      break;
    case 'text':
      if (strikes + 1 < STRIKES) return { ...waiting, strikes: strikes + 1 };
      break;
  }
  return { failures: 0, strikes: 0, narrowed: half, leaveOut: half === null, pauseMs: 0 };
}

function faultOf(error: unknown): Fault {
  if (!(error instanceof AppError) || FAULTS_OF_THE_TEXT.has(error.code)) return 'text';
  if (TOO_LONG.has(error.code)) return 'length';
  if (['unavailable', 'rate-limited'].includes(error.kind)) return 'elsewhere';
  // A model that takes no request may be misspelt, withdrawn or unpaid as well: nothing of that is said in a word we know.
  return error.code.startsWith('llm.') ? 'text-or-settings' : 'text';
}

function askedPauseMs(error: unknown): number {
  return error instanceof AppError ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;
}
