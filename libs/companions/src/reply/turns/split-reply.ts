/** More messages than this at once are a flood. */
const MOST_PARTS = 4;
/** A longer paragraph is said in several messages, in UTF-16 units. */
const LONG_PART = 400;

const FENCE = /^\s*(?:```|~~~)/;
const LIST_LINE = /^\s*(?:[-*•–]|\d{1,3}[.)])\s/;
/** A point within an address, a number or after a single letter ends nothing. */
const SENTENCE_END = /(?<!\b\p{L})[.!?…]+["'”’)\]]*\s+|[。！？]+\s*/gu;

/** A stretch of the text with what stands between it and the stretch before. */
interface Piece {
  readonly glue: string;
  readonly text: string;
}

/**
 * An answer as the messages in which somebody would write it: paragraphs, and long ones by sentences. Lists and code stay whole, links
 * are not torn, nothing is lost but the white space between two messages. At least one, at most four.
 */
export function splitReply(text: string): string[] {
  let pieces = blocksOf(text).flatMap(shorter);
  while (pieces.length > MOST_PARTS) pieces = joinedAt(pieces, shortestPair(pieces));
  return pieces.length > 0 ? pieces.map((piece) => piece.text) : [text];
}

/** Paragraphs; a list, what introduces it, and code with empty lines in it are one. */
function blocksOf(text: string): Piece[] {
  const blocks: Piece[] = [];
  let lines: string[] = [];
  let inCode = false;
  const finish = (): void => {
    const block = lines.join('\n').trim();
    lines = [];
    if (block === '') return;
    const before = blocks.at(-1);
    if (before && belongTogether(before.text, block)) {
      blocks[blocks.length - 1] = { ...before, text: `${before.text}\n\n${block}` };
    } else blocks.push({ glue: '\n\n', text: block });
  };
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) inCode = !inCode;
    if (line.trim() === '' && !inCode) finish();
    else lines.push(line);
  }
  finish();
  return blocks;
}

function belongTogether(before: string, block: string): boolean {
  return LIST_LINE.test(block) && (before.endsWith(':') || LIST_LINE.test(before.split('\n').at(-1) ?? ''));
}

function shorter(block: Piece): Piece[] {
  const lines = block.text.split('\n');
  if (block.text.length <= LONG_PART || lines.some((line) => FENCE.test(line) || LIST_LINE.test(line))) return [block];
  const pieces: Piece[] = [];
  let from = 0;
  let end = 0;
  for (const match of block.text.matchAll(SENTENCE_END)) {
    const at = match.index + match[0].length;
    if (at - from > LONG_PART && end > from) {
      pieces.push({ glue: from === 0 ? block.glue : ' ', text: block.text.slice(from, end).trim() });
      from = end;
    }
    end = at;
  }
  if (block.text.length - from > LONG_PART && end > from && end < block.text.length) {
    pieces.push({ glue: from === 0 ? block.glue : ' ', text: block.text.slice(from, end).trim() });
    from = end;
  }
  pieces.push({ glue: from === 0 ? block.glue : ' ', text: block.text.slice(from).trim() });
  return pieces.filter((piece) => piece.text !== '');
}

/** The place of the second of the two neighbours that are shortest together. */
function shortestPair(pieces: readonly Piece[]): number {
  let best = 1;
  const length = (at: number): number => (pieces[at - 1]?.text.length ?? 0) + (pieces[at]?.text.length ?? 0);
  for (let at = 2; at < pieces.length; at++) if (length(at) < length(best)) best = at;
  return best;
}

function joinedAt(pieces: readonly Piece[], at: number): Piece[] {
  const [before, piece] = [pieces[at - 1]!, pieces[at]!];
  const joined = { glue: before.glue, text: `${before.text}${piece.glue}${piece.text}` };
  return [...pieces.slice(0, at - 1), joined, ...pieces.slice(at + 1)];
}
