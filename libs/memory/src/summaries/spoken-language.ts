const SPANISH = new Set(
  `que de la el los las un una y en por para con pero muy mas hoy ayer yo me te se lo mi tu su es esta estoy soy tengo tiene como cuando donde
  porque si no hola gracias dijo quiere va al del ha he fue era sobre tambien ya le les nos este esta eso`.split(/\s+/),
);
const ENGLISH = new Set(
  `the is are am was were you i my me we it a an and of in to for with what how who when where why do does did have has had not this that
  they them their she he her his on at be will said wants about also but so just there from`.split(/\s+/),
);
const WORD = /\p{L}+/gu;
/** Fewer common words than this tell nothing. */
const FEWEST = 3;

/** English, Spanish, or null where the common words do not tell. */
export function spokenLanguage(text: string): 'en' | 'es' | null {
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(WORD) ?? [];
  const spanish = words.filter((word) => SPANISH.has(word)).length;
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (Math.max(spanish, english) < FEWEST || spanish === english) return null;
  return spanish > english ? 'es' : 'en';
}
