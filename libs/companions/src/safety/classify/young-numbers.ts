/** Numbers in words, ten to seventeen: what somebody over that age writes in words does not matter. */
const IN_WORDS: readonly (readonly [number, string])[] = [
  [10, 'ten|diez|zehn|dix|dez|dieci'],
  [11, 'eleven|once|elf|onze|undici'],
  [12, 'twelve|doce|zwolf|douze|doze|dodici'],
  [13, 'thirteen|trece|dreizehn|treize|treze|tredici'],
  [14, 'fourteen|catorce|vierzehn|quatorze|catorze|quattordici'],
  [15, 'fifteen|quince|funfzehn|quinze|quindici'],
  [16, 'sixteen|dieciseis|diez y seis|sechzehn|seize|dezesseis|dezasseis|sedici'],
  [17, 'seventeen|diecisiete|siebzehn|dix-sept|dezessete|dezassete|diciassette'],
];

/** A pattern for folded text. */
export const YOUNG_WORDS = IN_WORDS.map(([, words]) => words).join('|');

/** What a number in digits or in such words comes to. */
export function numberOf(said: string): number {
  return IN_WORDS.find(([, words]) => words.split('|').includes(said))?.[0] ?? Number(said);
}
