import { invalidJson } from './request.errors.js';

const MAX_DEPTH = 100;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor']);

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Parses the bytes of a JSON body. Refuses what parsers disagree about or code trips over: bytes that are not UTF-8, a
 * key twice in one object, `__proto__` and `constructor` as keys, more than 100 levels. Throws `request.invalid-json`.
 * An empty body is undefined.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  const text = decode(bytes);
  const value = parse(text);
  checkStructure(text);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalidJson('it is not UTF-8');
  }
}

/** The parser's own message repeats a piece of the body, so it goes no further. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidJson('its syntax is wrong');
  }
}

/** Walks over text that is known to be valid JSON: there, a string before a colon is a key, and nothing else is. */
function checkStructure(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : null);
      if (open.length > MAX_DEPTH) throw invalidJson(`it is nested deeper than ${MAX_DEPTH} levels`);
    } else if (char === '}' || char === ']') {
      open.pop();
    } else if (char === '"') {
      const end = endOfString(text, at);
      if (isKey(text, end)) checkKey(text.slice(at, end), open.at(-1));
      at = end - 1;
    }
  }
}

/** The index after the closing quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return text[at] === ':';
}

function checkKey(quoted: string, seen: Set<string> | null | undefined): void {
  const key = JSON.parse(quoted) as string;
  if (FORBIDDEN_KEYS.has(key)) throw invalidJson('a key in it is not allowed');
  if (seen?.has(key)) throw invalidJson('a key stands twice in one object');
  seen?.add(key);
}
