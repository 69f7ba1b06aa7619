/** How alike two texts are, 0 to 1: the share of their runs of three letters that both have (Jaccard's index). */
export function likeness(one: string, other: string): number {
  const [a, b] = [runsOf(one), runsOf(other)];
  const shared = [...a].filter((run) => b.has(run)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

function runsOf(text: string): ReadonlySet<string> {
  const letters = Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  );
  const runs = letters.slice(2).map((letter, place) => `${letters[place]}${letters[place + 1]}${letter}`);
  return new Set(runs);
}
