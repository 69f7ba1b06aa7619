const segmenters = new Map<string, Intl.Segmenter>();

/** The sentences of a text; a line's end ends one, too. */
export function sentencesOf(text: string, language: 'en' | 'es' | null = 'en'): string[] {
  const segmenter = segmenterOf(language ?? 'en');
  return text
    .split(/\n+/)
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.replace(/\s+/g, ' ').trim()))
    .filter((sentence) => sentence !== '');
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, known);
  return known;
}
