import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

const MEANING: Readonly<Record<string, string>> = { dmy: '3/4/24 is 3 April', mdy: '3/4/24 is March 4' };

export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

/**
 * Says how the dates of a file look that leaves it open, and lets whoever sits at a terminal decide. Where nobody sits, the guess is
 * taken. Answers `dmy` or `mdy`.
 */
export async function askDateOrder(guess: string, { input, output }: Terminal): Promise<string> {
  const other = guess === 'dmy' ? 'mdy' : 'dmy';
  output.write(`The dates of this file can be read in two ways; they look like ${guess} (${MEANING[guess] ?? ''}).\n`);
  if (!input.isTTY) {
    output.write(`Taken as ${guess}. If that is wrong, give --date-order ${other} at the first import of a chat.\n`);
    return guess;
  }
  const lines = createInterface({ input, output });
  try {
    const answer = await lines.question(`Enter takes ${guess}, ${other} the other (${MEANING[other] ?? ''}): `);
    return answer.trim().toLowerCase() === other ? other : guess;
  } finally {
    lines.close();
  }
}
