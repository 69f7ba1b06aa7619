/** German writes every noun with a capital letter. Those that stand without a word before them that shows a noun. */
const NOUNS = new Set(
  'Abend Abenteuer Arbeit Augen Buch Bücher Dank Dinge Essen Fall Film Filme Freude Gedanken Gedanke Geschichten Glück Grüße Gutes Herz Idee Ideen Kaffee Kopf Kraft Laune Leben Liebe Lied Lieder Lust Mal Morgen Musik Mut Nacht Neues Neuigkeiten Ohr Pause Pläne Ruhe Schönes Serie Serien Sinn Sonne Spaß Stimmung Stress Tag Tage Tagen Tee Tipp Tipps Urlaub Wetter Woche Wochen Wochenende Zeit Zuhören'.split(
    ' ',
  ),
);
const SHOWS_A_NOUN =
  /(?<!\p{L})(?:d(?:er|ie|as|en|em|es)|(?:[kmds])?ein(?:e[nmrs]?)?|(?:ihr|unser|euer|eur)(?:e[nmrs]?)?|im|am|ins|ans|zum|zur|beim|vom|viel|viele|etwas|nichts|diese[nmrs]?|jede[nmrs]?|gute[nmrs]?|schöne[nmrs]?|kleine[nmrs]?|neue[nmrs]?|letzte[nmrs]?|nächste[nmrs]?|ganze[nmrs]?|liebe[nmrs]?|herzliche[nmrs]?)\s+$/iu;

/** Whether a capital letter says nothing of a name here. */
export function isGermanNoun(word: string, before: string): boolean {
  return NOUNS.has(word) || SHOWS_A_NOUN.test(before);
}
