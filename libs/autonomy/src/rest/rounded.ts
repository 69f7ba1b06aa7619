/** Three places: what lies beyond is noise of the machine's single precision. */
export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
