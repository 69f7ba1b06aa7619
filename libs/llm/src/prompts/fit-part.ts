import { asData } from '../hygiene/as-data.js';
import { countTokens } from './count-tokens.js';
import { cutText, type CutEnd } from './cut-text.js';
import type { ListPart, PlannedMessage, PromptItem, TextPart } from './prompt-plan.js';

/** A part as it goes in: its text with heading and mark, empty when nothing of it fits. */
export interface FittedPart {
  readonly text: string;
  readonly tokens: number;
  readonly dropped?: number;
}

const NOTHING: FittedPart = { text: '', tokens: 0 };
/** What providers put around each message, in tokens. */
const AROUND_A_MESSAGE = 4;

/** As much of a part as `room` tokens take. */
export function fitPart(part: TextPart | ListPart, room: number): FittedPart {
  return 'items' in part ? fitList(part, room) : fitText(part, room);
}

/** As much of a message as `room` tokens take; of a message its beginning goes first: the question usually stands at the end. */
export function fitMessage({ content, data }: PlannedMessage, room: number): FittedPart {
  const fitted = fitMarked(content, (text) => marked(text, data), room - AROUND_A_MESSAGE, 'start');
  return { ...fitted, tokens: fitted.tokens + AROUND_A_MESSAGE };
}

function fitText({ text, data, cut = 'end' }: TextPart, room: number): FittedPart {
  if (text.trim() === '') return NOTHING;
  const wrap = (kept: string) => marked(kept, data);
  if (cut === 'never') return fitted(wrap(text));
  return fitMarked(text, wrap, room, cut);
}

/** A mark may change what is in it, by a little: then less is taken. */
function fitMarked(text: string, wrap: (text: string) => string, room: number, from: CutEnd): FittedPart {
  const full = fitted(wrap(text));
  if (full.tokens <= room) return full;
  for (let share = room - countTokens(wrap('x')) + 1; share > 0;) {
    const kept = cutText(text, share, from);
    if (kept === '') break;
    const part = fitted(wrap(kept));
    if (part.tokens <= room) return part;
    share -= part.tokens - room;
  }
  return NOTHING;
}

/** A lower item does not slip past a higher one that is too long: what is kept are the highest. */
function fitList({ heading, items, data }: ListPart, room: number): FittedPart {
  const wrap = (kept: readonly PromptItem[]) =>
    fitted([heading, marked(kept.map(({ text }) => text).join('\n'), data)].filter(Boolean).join('\n'));
  const highestFirst = items.toSorted((a, b) => b.priority - a.priority);
  let left = room;
  const tooMany = highestFirst.findIndex(({ text }) => (left -= countTokens(text)) < 0);
  const kept = new Set(highestFirst.slice(0, tooMany === -1 ? items.length : tooMany));
  // Heading, mark and line ends need room, too.
  for (; kept.size > 0; kept.delete(lastOf(kept))) {
    const part = wrap(items.filter((item) => kept.has(item)));
    if (part.tokens <= room) return { ...part, dropped: items.length - kept.size };
  }
  return { ...NOTHING, dropped: items.length };
}

function lastOf(kept: ReadonlySet<PromptItem>): PromptItem {
  return [...kept].at(-1)!;
}

function marked(text: string, label: string | undefined): string {
  return label === undefined ? text : asData(label, text);
}

function fitted(text: string): FittedPart {
  return { text, tokens: countTokens(text) };
}
