import type { SafetyLanguage } from '../classify/danger-signals.js';
import { CARE_WORDS, type CaredFor } from './care-texts.js';
import { helpLinesOf, INTERNATIONAL_DIRECTORY, type HelpLine, type HelpLineUse } from './help-lines.js';

export interface CareQuestion {
  readonly language: SafetyLanguage;
  /** ISO 3166; null when it is not known. */
  readonly country: string | null;
  readonly signal: CaredFor;
  /** The person is under age: help lines for children come first. */
  readonly minor?: boolean;
  /** A life is at stake this minute, whatever the signal: the emergency number comes first. */
  readonly urgent?: boolean;
  /** What has happened to the body comes before why: said instead of the words for the signal. */
  readonly rescue?: 'medical';
  /** They were told a short while ago. */
  readonly again?: boolean;
}

/** Where a language is spoken, for somebody whose country is not known: the countries whose lines are named. */
const COUNTRIES_OF: Readonly<Record<SafetyLanguage, readonly string[]>> = {
  en: ['US', 'GB', 'AU'],
  es: ['ES', 'MX', 'AR'],
  de: ['DE', 'AT', 'CH'],
  fr: ['FR', 'BE', 'CH'],
  pt: ['BR', 'PT'],
  it: ['IT'],
};
const USES: Readonly<Record<CaredFor, readonly HelpLineUse[]>> = {
  'self-harm': ['crisis'],
  abuse: ['violence'],
  violence: [],
  medical: [],
};

/** What somebody in danger is told: something warm, and whom they can call. One message, so that nothing comes between the two. */
export function careAnswer({
  language,
  country,
  signal,
  minor = false,
  urgent = false,
  rescue,
  again = false,
}: CareQuestion): string {
  const words = CARE_WORDS[language];
  const uses: readonly HelpLineUse[] = minor && USES[signal].length > 0 ? ['children', ...USES[signal]] : USES[signal];
  const lines = (country === null ? COUNTRIES_OF[language] : [country]).flatMap((place) =>
    linesFor(place, uses).map((line) => lineText(line, country === null)),
  );
  const emergency = words.emergency(emergencyNumber(language, country));
  const people = lines.length > 0 ? [words.help, ...lines] : [];
  const directory = USES[signal].length > 0 ? [words.directory(INTERNATIONAL_DIRECTORY)] : [];
  const urgentFirst = urgent || signal === 'violence' || signal === 'medical';
  const told = urgentFirst ? [emergency, ...people, ...directory] : [...people, emergency, ...directory];
  // Who is in danger this minute needs what to do, each time.
  const lasting = signal === 'self-harm' || signal === 'abuse';
  return [again && lasting && !urgent ? words.again : words.say[rescue ?? signal], ...told].join('\n');
}

/** The number, or how it is found. */
export function emergencyNumber(language: SafetyLanguage, country: string | null): string {
  const line = country === null ? undefined : helpLinesOf(country).find(({ use }) => use === 'emergency');
  return line?.number ?? CARE_WORDS[language].localEmergency;
}

/** Where a country has no line for the very thing, the one for every crisis is better than none. */
function linesFor(country: string, uses: readonly HelpLineUse[]): readonly HelpLine[] {
  const lines = helpLinesOf(country);
  const fitting = lines.filter(({ use }) => uses.includes(use));
  return fitting.length > 0 || uses.length === 0 ? fitting : lines.filter(({ use }) => use === 'crisis');
}

function lineText({ name, number, country }: HelpLine, abroad: boolean): string {
  const place = abroad ? ` (${country})` : '';
  return name === undefined || name === number ? `· ${number}${place}` : `· ${name}: ${number}${place}`;
}
