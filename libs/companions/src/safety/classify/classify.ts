import { ageSignal, type AgeSignal } from './age-signals.js';
import type { SafetyClassification, TextContext } from './classification.js';
import { dangerSignals, SURE_OF_DANGER, type DangerSignal } from './danger-signals.js';
import { nsfwLevel, SEXUAL_FROM } from './nsfw-level.js';
import { readableText, type ReadableText } from './readable-text.js';
import { textWindows } from './text-windows.js';

/** How many of the messages before are looked through for an age. */
const LOOKED_BACK = 20;
/** Many texts come again and again: what is looked at of the past is short. */
const LOOKED_AT = 500;

/** What a text is, by its words alone: no model, no network, the same answer every time. */
export function classify(text: string, { recent = [], minor = false }: TextContext = {}): SafetyClassification {
  const windows = textWindows(text).map(readableText);
  const judged = windows.map(nsfwLevel);
  const { level, confidence } = judged.reduce((most, one) => (one.level > most.level ? one : most));
  const age = ageOf(windows, recent);
  const underAge = minor || age?.kind === 'minor' || judged.some(({ namesMinor }) => namesMinor);
  return {
    nsfwLevel: level,
    confidence,
    forbidden: level >= SEXUAL_FROM && underAge,
    dangers: dangersIn(windows),
    age,
  };
}

/** The surest first, each kind once. */
function dangersIn(windows: readonly ReadableText[]): readonly DangerSignal[] {
  const signals = windows
    .flatMap(dangerSignals)
    .filter(({ confidence }) => confidence >= SURE_OF_DANGER)
    .sort((a, b) => b.confidence - a.confidence);
  return signals.filter(({ kind }, place) => signals.findIndex((one) => one.kind === kind) === place);
}

/** Who was a minor a while ago still is. */
function ageOf(windows: readonly ReadableText[], recent: readonly string[]): AgeSignal | null {
  const said = windows.map(ageSignal).filter((signal) => signal !== null);
  const now = said.find(({ kind }) => kind === 'minor') ?? said[0];
  if (now?.kind === 'minor') return now;
  const before = recent.slice(-LOOKED_BACK).map((said) => ageSignal(readableText(said.slice(0, LOOKED_AT))));
  return (
    before.find((signal) => signal?.kind === 'minor') ?? now ?? before.findLast((signal) => signal !== null) ?? null
  );
}
