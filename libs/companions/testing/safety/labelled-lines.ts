/** What a line is, first of all. */
export type LineLabel =
  | 'self-harm'
  | 'abuse'
  | 'violence'
  | 'threat'
  | 'medical'
  | 'minor'
  | 'forbidden'
  | 'explicit'
  | 'suggestive'
  | 'romance'
  | 'harmless';

/** Lines as people write them, by what they are and in which language. */
export type LabelledLines = Readonly<
  Record<
    LineLabel,
    { readonly en: readonly string[]; readonly es: readonly string[]; readonly other: readonly string[] }
  >
>;
