import { DANGERS, type Danger, type DangerRules } from './danger-rules.js';
import { DANGER_ENGLISH } from './danger-english.js';
import { DANGER_FRENCH } from './danger-french.js';
import { DANGER_GERMAN } from './danger-german.js';
import { DANGER_ITALIAN } from './danger-italian.js';
import { DANGER_PORTUGUESE } from './danger-portuguese.js';
import { DANGER_SPANISH } from './danger-spanish.js';
import type { ReadableText } from './readable-text.js';
import { wholeWords } from './whole-words.js';

/** Languages whose words for danger are known. */
export const SAFETY_LANGUAGES = ['en', 'es', 'de', 'fr', 'pt', 'it'] as const;
export type SafetyLanguage = (typeof SAFETY_LANGUAGES)[number];

export interface DangerSignal {
  readonly kind: Danger;
  /** 0-1. */
  readonly confidence: number;
  /** Of the words that said it. */
  readonly language: SafetyLanguage;
}

const RULES: Readonly<Record<SafetyLanguage, DangerRules>> = {
  en: DANGER_ENGLISH,
  es: DANGER_SPANISH,
  de: DANGER_GERMAN,
  fr: DANGER_FRENCH,
  pt: DANGER_PORTUGUESE,
  it: DANGER_ITALIAN,
};

/** From here on a signal is acted on, 0-1. */
export const SURE_OF_DANGER = 0.5;

/** Laughed about: who wants to die laughs sometimes too, who is being killed does not. */
const LAUGHED =
  /\b(?:(?:ja){2,}j?|(?:ha){2,}h?|(?:je){2,}|k{3,}|lol|lmao|lmfao|rofl|xd+|mdr|ptdr|rsrs|jsjs\w*)\b|😂|🤣|😹|😅|😆/u;
const LAUGHED_WEIGHT: Readonly<Record<Danger, number>> = {
  'self-harm': 0.75,
  abuse: 0.55,
  violence: 0.45,
  threat: 0.55,
  medical: 0.5,
};
/** Told of a story: it may be one's own all the same, so what is asked for outright still counts. */
const TOLD =
  /\b(?:movie|film|novel|series|episode|season|video ?game|game|gta|fortnite|minecraft|song|lyrics|book|chapter|plot|fictional|anime|netflix|peli|pelicula|novela|serie|capitulo|temporada|videojuego|juego|cancion|letra|libro|personaje|roman|serie|folge|spiel|lied|buch|livre|jeu|chanson|personnage|filme|jogo|musica|livro|personagem|libro|gioco|canzone|personaggio)\b/;
const TOLD_WEIGHT = 0.5;

/** Written without blanks, these are still read. */
const RUN_TOGETHER: readonly (readonly [Danger, SafetyLanguage, RegExp])[] = [
  [
    'self-harm',
    'en',
    /killmysel|killingmysel|wann?a?t?t?o?die\b|wanttodie|endmylife|commitsuicide|suicidal|endit(?:all)/,
  ],
  ['self-harm', 'es', /quieromorir|mequieromatar|suicidarme|quitarmelavida|mevoyamatar|noquierovivir/],
];

const IDIOMS = SAFETY_LANGUAGES.map((language) => wholeWords(RULES[language].idioms, 'g'));
const COMPILED = SAFETY_LANGUAGES.flatMap((language) =>
  DANGERS.flatMap((kind) =>
    RULES[language].rules[kind].map(([confidence, words]) => ({
      language,
      kind,
      confidence,
      pattern: wholeWords([words]),
    })),
  ),
);

/** The dangers that a text speaks of, the surest first, each kind once. In every language at once: nobody says first which one they write. */
export function dangerSignals({ plain, undisguised }: ReadableText): readonly DangerSignal[] {
  const found = new Map<Danger, DangerSignal>();
  for (const text of undisguised === null ? [plain] : [plain, undisguised]) {
    for (const signal of strongestOf([...signalsIn(text)])) {
      if ((found.get(signal.kind)?.confidence ?? 0) < signal.confidence) found.set(signal.kind, signal);
    }
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence);
}

/** One of each kind. Hints that are too weak alone add up. */
function strongestOf(signals: readonly DangerSignal[]): readonly DangerSignal[] {
  return DANGERS.flatMap((kind) => {
    const [strongest, ...others] = signals
      .filter((signal) => signal.kind === kind)
      .sort((a, b) => b.confidence - a.confidence);
    if (!strongest || strongest.confidence >= SURE_OF_DANGER) return strongest ?? [];
    // The same word counts in several languages, once.
    const hints = others.filter(({ language }) => language === strongest.language);
    const doubt = hints.reduce((left, { confidence }) => left * (1 - confidence), 1 - strongest.confidence);
    return { ...strongest, confidence: 1 - doubt };
  });
}

function* signalsIn(text: string): Generator<DangerSignal> {
  const laughed = LAUGHED.test(text);
  const told = TOLD.test(text) ? TOLD_WEIGHT : 1;
  const said = IDIOMS.reduce((left, idioms) => left.replace(idioms, ' _ '), text);
  for (const { language, kind, confidence, pattern } of COMPILED) {
    if (pattern.test(said)) {
      yield { kind, language, confidence: confidence * (laughed ? LAUGHED_WEIGHT[kind] : 1) * told };
    }
  }
  for (const [kind, language, pattern] of RUN_TOGETHER) {
    if (pattern.test(text)) yield { kind, language, confidence: 0.9 };
  }
}
