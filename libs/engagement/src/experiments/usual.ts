/** What a control does: nothing but the usual. */
export const USUAL = 'usual';

/** Values by dimension, without those that change nothing. */
export function butUsual(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== USUAL));
}
