import type { Stretch } from './day-part.js';
import type { WishLanguage } from './wish-patterns.js';

/** What stands between the two ends of somebody's day: "not before ten and not after eight". */
const BETWEEN = /,?\s+(?:and|or|nor|y|ni|o|e|nem|ou|et|und|oder|né|и|или)\s+/iu;

/** Said once, it is meant for both: "not before ten or after eight". */
const NOT: Partial<Readonly<Record<WishLanguage, string>>> = {
  ...{ en: 'not', es: 'no', pt: 'não', fr: 'pas', de: 'nicht', it: 'non', ru: 'не' },
};

/** A wish that may be of one end of the day. */
interface HalfWish {
  readonly language: WishLanguage;
  readonly kind: string;
  readonly minutes?: number;
}

/** The hours that are left when `text` says what comes before them and what after, each a wish for `wishIn`; null for everything else. */
export function hoursBetween(
  text: string,
  wishIn: (text: string) => HalfWish | null,
): (Stretch & { readonly language: WishLanguage }) | null {
  const between = BETWEEN.exec(text);
  if (!between) return null;
  const one = wishIn(text.slice(0, between.index));
  if (one?.minutes === undefined) return null;
  const { language } = one;
  const rest = text.slice(between.index + between[0].length);
  const both = [one, wishIn(rest) ?? wishIn(`${NOT[language] ?? ''} ${rest}`)];
  const from = both.find((wish) => wish?.kind === 'not-before')?.minutes;
  const until = both.find((wish) => wish?.kind === 'not-after')?.minutes;
  return from !== undefined && until !== undefined && from < until ? { language, from, until } : null;
}
