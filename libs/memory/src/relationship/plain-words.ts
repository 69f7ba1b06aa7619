const MARKS = /\p{M}/gu;
const APOSTROPHES = /[’‘´`]/g;

/** Lower case, without accents and with straight apostrophes: how the lists of words are written. */
export function plainWords(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').replace(APOSTROPHES, "'").toLowerCase();
}
