import { countTokens } from '#llm';

/** The first of them that fit into so many tokens. One that is too long is left out, and the next one is tried. */
export function withinTokens<T extends { readonly text: string }>(items: readonly T[], tokens: number): readonly T[] {
  let left = tokens;
  return items.filter(({ text }) => {
    const size = countTokens(text);
    if (size > left) return false;
    left -= size;
    return true;
  });
}
