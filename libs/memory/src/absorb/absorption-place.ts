import { idAt, timeOfId } from '#kernel';

/** A message is visible to others a moment after its id was made: the statement that stores it, its locks and its retries lie between. */
const OVERLAP_MS = 10 * 60_000;
/** More ids are not kept beside the settled one. */
const MOST_RECENT = 2_000;

/** What was taken in: everything up to an id, and these after it. */
export interface AbsorptionPlace {
  readonly settledId: string;
  readonly recentIds: readonly string[];
}

/**
 * The place after these were taken in, which are the first of what waited. So everything that was visible up to the last of them is taken
 * in, and what is older than it by the overlap can be settled.
 */
export function placeAfter({ settledId, recentIds }: AbsorptionPlace, taken: readonly string[]): AbsorptionPlace {
  const last = taken.toSorted().at(-1);
  if (last === undefined) return { settledId, recentIds };
  const all = [...new Set([...recentIds, ...taken])].toSorted();
  const below = all.filter((id) => id <= last);
  const crowded = below[below.length - MOST_RECENT - 1] ?? settledId;
  const edge = later(later(settledId, idAt(new Date(timeOfId(last).getTime() - OVERLAP_MS))), crowded);
  return { settledId: edge, recentIds: all.filter((id) => id > edge) };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
