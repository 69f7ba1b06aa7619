/**
 * What all messages of one export have in common. A phone writes the whole file in the manner of its settings, so a line
 * in another manner is a message that somebody pasted into a message.
 */
export type HeaderShape = string;

/** The head of a line that begins a message: its date and time as written. */
export interface MessageStart {
  readonly shape: HeaderShape;
  /** The three numbers of the date, in the order in which they stand. */
  readonly date: readonly [number, number, number];
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly meridiem: 'am' | 'pm' | null;
  /** AM and PM in capitals and a date with slashes: how a phone set to US English writes. */
  readonly usLike: boolean;
}

// Each line that this takes, whatsapp-chat-parser takes too. It is the narrower of the two on purpose: the library lets any
// words stand between date and time, and so takes "1/2/24 I met her at 10:30 - nice" inside a message for a new one.
const START = new RegExp(
  [
    /^[\u200e\u200f]*(?<open>\[)?/,
    /(?<first>\d{1,4})(?<mark>[-/.])\s?(?<second>\d{1,2})\k<mark>\s?(?<third>\d{1,4})[,.]?/,
    /\s(?:(?:at|à|às|a las|um|alle|kl\.|klo)\s)?/,
    /(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<seconds>\d{2}))?/,
    /(?:\s(?<meridiem>[ap]\.?\s?m\.?))?/,
    /(?<close>\]\s|\s-\s|:\s)(?=.)/,
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

const LOOKS_LIKE_START =
  /^[\u200e\u200f]*\[?\d{1,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,4}.{0,24}?\d{1,2}[:.]\d{2}.{0,12}?(?:\]|\s-)\s/;

/** Reads the head of a line, or gives undefined when the line begins no message. */
export function readMessageStart(line: string): MessageStart | undefined {
  if (!mayStart(line)) return undefined;
  const groups = START.exec(line)?.groups;
  if (!groups) return undefined;
  const { open, first, mark, second, third, hour, minute, seconds, meridiem, close } = groups;
  if (Boolean(open) !== close!.startsWith(']')) return undefined;
  return {
    shape: `${close!.trim()}${mark}${seconds ? 's' : ''}${meridiem ? 'm' : ''}`,
    date: [Number(first), Number(second), Number(third)],
    hour: Number(hour),
    minute: Number(minute),
    second: Number(seconds ?? 0),
    meridiem: meridiem ? (meridiem.toLowerCase().startsWith('p') ? 'pm' : 'am') : null,
    usLike: mark === '/' && (meridiem === 'AM' || meridiem === 'PM'),
  };
}

/** Whether messages in this manner tell their second. */
export function tellsSeconds(shape: HeaderShape): boolean {
  return shape.includes('s');
}

/** Whether a line has the look of a message's first line, in whatever form. */
export function looksLikeMessageStart(line: string): boolean {
  return mayStart(line) && LOOKS_LIKE_START.test(line);
}

/** A cheap look before the regular expressions: most lines begin with a letter and need neither. */
function mayStart(line: string): boolean {
  const code = line.charCodeAt(0);
  return (code >= 0x30 && code <= 0x39) || code === 0x5b || code === 0x200e || code === 0x200f;
}
