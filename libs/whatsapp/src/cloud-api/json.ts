import { cleanText } from '#kernel';

/** A part of somebody else's JSON, of which nothing is sure. */
export type Json = Readonly<Record<string, unknown>>;

/** The object under `key`, or an empty one. */
export function objectIn(parent: Json, key: string): Json {
  const value = parent[key];
  return isObject(value) ? value : {};
}

/** The objects of the list under `key`; whatever else is in it is left out. */
export function objectsIn(parent: Json, key: string): readonly Json[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The text under `key`, cleaned; '' when there is none. A number is as good as a text. */
export function textIn(parent: Json, key: string): string {
  const value = parent[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? cleanText(value) : '';
}

/** The time under `key`, which Meta writes as seconds since 1970; null when there is none. */
export function timeIn(parent: Json, key: string): Date | null {
  const time = new Date(Number(textIn(parent, key) || NaN) * 1_000);
  return Number.isNaN(time.getTime()) ? null : time;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
