const DAY = 86_400_000;
/** The end of the year 9999: from there on, and before 1970, the text has another length or sign. */
const LAST = 253_402_300_799_999;

let knownDay = -1;
let dayText = '';

/**
 * `JSON.stringify`, byte for byte, for what routes answer: lists of plain objects with times in them. Writing a `Date` costs
 * the built-in as much as ten texts, so times become texts before it sees them.
 */
export function jsonAnswer(payload: unknown): string {
  return JSON.stringify(withTimesAsText(payload));
}

/** The value itself where no time is in it, otherwise a copy. Objects of classes are left to the built-in. */
function withTimesAsText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Date.prototype) return timeText(value as Date);
  if (prototype === Array.prototype) return inList(value as readonly unknown[]);
  return prototype === Object.prototype ? inObject(value as Readonly<Record<string, unknown>>) : value;
}

function inList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const text = withTimesAsText(list[index]);
    if (text !== list[index]) (copy ??= list.slice())[index] = text;
  }
  return copy ?? list;
}

function inObject(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  // It says itself how it is written.
  if (typeof object.toJSON === 'function') return object;
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (typeof value !== 'object') continue;
    const text = withTimesAsText(value);
    if (text !== value) (copy ??= { ...object })[key] = text;
  }
  return copy ?? object;
}

/** As `toISOString`, which works out the day anew each time; a list's times are mostly of one day. */
function timeText(date: Date): string | null {
  const time = date.getTime();
  if (!(time >= 0 && time <= LAST)) return date.toJSON();
  const day = Math.floor(time / DAY);
  if (day !== knownDay) {
    dayText = date.toISOString().slice(0, 11);
    knownDay = day;
  }
  const inDay = time - day * DAY;
  const ms = inDay % 1_000;
  const seconds = (inDay - ms) / 1_000;
  const second = seconds % 60;
  const minute = ((seconds - second) / 60) % 60;
  const hour = (seconds - second - minute * 60) / 3_600;
  return `${dayText}${two(hour)}:${two(minute)}:${two(second)}.${ms < 100 ? '0' : ''}${two(ms)}Z`;
}

function two(figure: number): string {
  return figure < 10 ? `0${figure}` : `${figure}`;
}
