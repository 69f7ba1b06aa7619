import type { TextLanguage } from '#kernel';

interface KnownEvent {
  /** Small letters, in the languages in which memories are told. */
  readonly reads: RegExp;
  /** As one says it of theirs. */
  readonly words: Readonly<Record<TextLanguage, string>>;
}

const whole = (words: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'u');

/** What people have a day for, and what one may ask about on its evening. What is about health is not among them. */
const EVENTS: readonly KnownEvent[] = [
  {
    reads: whole('exams?|tests?|examen|exámenes|examens?|prüfung|klausur|prova|exame|esame'),
    words: {
      en: 'your exam',
      es: 'tu examen',
      pt: 'a sua prova',
      fr: 'ton examen',
      de: 'deine Prüfung',
      it: 'il tuo esame',
    },
  },
  {
    reads: whole('interviews?|entrevista|entretien|vorstellungsgespräch|colloquio'),
    words: {
      ...{ en: 'your interview', es: 'tu entrevista', pt: 'a sua entrevista', fr: 'ton entretien' },
      ...{ de: 'dein Gespräch', it: 'il tuo colloquio' },
    },
  },
  {
    reads: whole('presentation|presentación|présentation|präsentation|apresentação|presentazione'),
    words: {
      ...{ en: 'your presentation', es: 'tu presentación', pt: 'a sua apresentação', fr: 'ta présentation' },
      ...{ de: 'deine Präsentation', it: 'la tua presentazione' },
    },
  },
  {
    reads: whole('meeting|reunión|réunion|besprechung|reunião|riunione'),
    words: {
      ...{ en: 'your meeting', es: 'tu reunión', pt: 'a sua reunião', fr: 'ta réunion' },
      ...{ de: 'deine Besprechung', it: 'la tua riunione' },
    },
  },
  {
    reads: whole('concert|concierto|konzert|concerto|show'),
    words: {
      en: 'the concert',
      es: 'el concierto',
      pt: 'o concerto',
      fr: 'le concert',
      de: 'das Konzert',
      it: 'il concerto',
    },
  },
  {
    reads: whole('wedding|boda|mariage|hochzeit|casamento|matrimonio'),
    words: {
      en: 'the wedding',
      es: 'la boda',
      pt: 'o casamento',
      fr: 'le mariage',
      de: 'die Hochzeit',
      it: 'il matrimonio',
    },
  },
  {
    reads: whole('party|fiesta|fête|party|feier|festa'),
    words: { en: 'the party', es: 'la fiesta', pt: 'a festa', fr: 'la fête', de: 'die Feier', it: 'la festa' },
  },
  {
    reads: whole('marathon|race|maratón|carrera|lauf|maratona|corrida|gara'),
    words: {
      en: 'your race',
      es: 'tu carrera',
      pt: 'a sua corrida',
      fr: 'ta course',
      de: 'dein Lauf',
      it: 'la tua gara',
    },
  },
];

/** The event that a memory tells of, in words of this language; null for one that is not known. */
export function eventWords(memory: string, language: string): string | null {
  const text = memory.toLowerCase();
  const found = EVENTS.find(({ reads }) => reads.test(text));
  if (!found || !(language in found.words)) return null;
  return found.words[language as TextLanguage];
}
