/** What the rules look at, at the most, in characters. */
const MAX_LENGTH = 4_000;

/** A text as the rules read it: small letters without accents, plain quotes. */
export function foldText(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .toWellFormed()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘´`]/g, "'");
}
