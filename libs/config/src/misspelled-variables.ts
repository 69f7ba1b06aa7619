import { CONFIG_SECTIONS } from './load-config.js';
import type { Environment } from './read-section.js';
import { variablesOf } from './variable.js';

/** A variable of the environment that we do not read, but that looks like one that we do. Its value is nobody's business here. */
export interface MisspelledVariable {
  readonly variable: string;
  readonly meant: string;
}

/** From this length on two slips are let pass as one word: in short names they lead to other words (HOST is two away from HOME). */
const LONG = 8;

/** What somebody may have set in vain, since an unknown variable changes nothing and says nothing. */
export function misspelledVariables(environment: Environment): readonly MisspelledVariable[] {
  const known = CONFIG_SECTIONS.flatMap((section) => variablesOf(section).map(({ name }) => name));
  return Object.keys(environment)
    .filter((variable) => !known.includes(variable))
    .flatMap((variable) => {
      const meant = nearest(variable.toUpperCase(), known);
      return meant === undefined ? [] : [{ variable, meant }];
    });
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, slips: slipsBetween(name, candidate) }))
    .filter(({ candidate, slips }) => slips <= (candidate.length < LONG ? 1 : 2))
    .toSorted((one, other) => one.slips - other.slips);
  return best?.candidate;
}

/**
 * Letters missing, too many, wrong, or two swapped: the optimal string alignment distance
 * (https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance).
 */
function slipsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const wrong = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          last[column]! + 1,
          current[column - 1]! + 1,
          last[column - 1]! + wrong,
          swapped ? beforeLast[column - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length]!;
}
