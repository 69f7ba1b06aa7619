/** Lets each struck item change places with the one after it. Pure; an item moves by one place at most. */
export function reorder<T>(items: readonly T[], isStruck: (item: T) => boolean): T[] {
  const result = [...items];
  for (let index = 0; index + 1 < result.length; index += 1) {
    const item = result[index] as T;
    if (!isStruck(item)) continue;
    result[index] = result[index + 1] as T;
    result[index + 1] = item;
    index += 1;
  }
  return result;
}
