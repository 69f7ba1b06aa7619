import { ageSignal, type AgeSignal } from './age-signals.js';
import type { SafetyClassification, TextContext } from './classification.js';
import { dangerSignals, SURE_OF_DANGER } from './danger-signals.js';
import { nsfwLevel, SEXUAL_FROM } from './nsfw-level.js';
import { readableText, type ReadableText } from './readable-text.js';

/** How many of the messages before are looked through for an age. */
const LOOKED_BACK = 20;
/** Many texts come again and again: what is looked at of the past is short. */
const LOOKED_AT = 500;

/** What a text is, by its words alone: no model, no network, the same answer every time. */
export function classify(text: string, { recent = [], minor = false }: TextContext = {}): SafetyClassification {
  const readable = readableText(text);
  const { level, confidence, namesMinor } = nsfwLevel(readable);
  const age = ageOf(readable, recent);
  const underAge = minor || age?.kind === 'minor' || namesMinor;
  return {
    nsfwLevel: level,
    confidence,
    forbidden: level >= SEXUAL_FROM && underAge,
    dangers: dangerSignals(readable).filter((signal) => signal.confidence >= SURE_OF_DANGER),
    age,
  };
}

/** Who was a minor a while ago still is. */
function ageOf(readable: ReadableText, recent: readonly string[]): AgeSignal | null {
  const now = ageSignal(readable);
  if (now?.kind === 'minor') return now;
  const before = recent.slice(-LOOKED_BACK).map((said) => ageSignal(readableText(said.slice(0, LOOKED_AT))));
  return (
    before.find((signal) => signal?.kind === 'minor') ?? now ?? before.findLast((signal) => signal !== null) ?? null
  );
}
