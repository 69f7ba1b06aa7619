/** The earlier of two; null counts as never. */
export function earlier(one: Date, other: Date | null): Date {
  return other && other < one ? other : one;
}

/** The later of two; null counts as ever since. */
export function later(one: Date, other: Date | null): Date {
  return other && other > one ? other : one;
}
