/** The vector at length 1. @throws TypeError on one without a direction: empty, all zeros, or not of numbers */
export function unitVector(values: ArrayLike<number>): Float32Array {
  const vector = Float32Array.from(values);
  const length = Math.hypot(...vector);
  if (!Number.isFinite(length) || length === 0) throw new TypeError('The vector has no direction.');
  return vector.map((value) => value / length);
}
