type AsciiRun = 'word' | 'digits' | 'space' | 'sign' | 'other';

const APOSTROPHE = 39;
const KINDS = Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

/** What a text of nothing but ASCII costs in tokens, run by run as `tokenWeight` tells, and without making anything of it; undefined for any other. */
export function asciiWeight(text: string): number | undefined {
  let weight = 0;
  for (let at = 0, end: number; at < text.length; at = end) {
    const code = text.charCodeAt(at);
    const kind = KINDS[code];
    if (kind === undefined) return undefined;
    for (end = at + 1; end < text.length && goesOn(kind, code, text.charCodeAt(end)); end += 1);
    weight += weightOf(kind, code, end - at);
  }
  return weight;
}

function goesOn(kind: AsciiRun, first: number, code: number): boolean {
  if (kind === 'word') return KINDS[code] === 'word' || code === APOSTROPHE;
  if (kind === 'sign') return code === first;
  return kind !== 'other' && KINDS[code] === kind;
}

function weightOf(kind: AsciiRun, first: number, length: number): number {
  switch (kind) {
    case 'word':
      return 1 + Math.max(0, length - 6) * 0.2;
    case 'digits':
      return Math.ceil(length / 3) + 0.3;
    case 'space':
      return length === 1 && first === 32 ? 0 : 1 + length / 100;
    case 'sign':
      return 0.9 + (length - 1) * 0.1;
    case 'other':
      return 1.8;
  }
}

function kindOf(character: string): AsciiRun {
  if (/[A-Za-z]/.test(character)) return 'word';
  if (/[0-9]/.test(character)) return 'digits';
  if (/\s/.test(character)) return 'space';
  return /[!-~]/.test(character) ? 'sign' : 'other';
}
