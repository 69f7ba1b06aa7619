import { DateOrderEvidence, type DateOrder } from './date-order.js';
import type { ExportLine } from './export-line.js';
import { readMessageStart, type HeaderShape } from './message-start.js';

/** How one export is written. */
export interface ExportLayout {
  readonly shape: HeaderShape;
  readonly order: DateOrder;
  /** The dates can be read in two ways, and nobody said which. */
  readonly guessed: boolean;
}

/** How many times more another form must occur to win over the first. */
const RARE = 10;

interface Candidate {
  count: number;
  usLike: boolean;
  readonly evidence: DateOrderEvidence;
}

/**
 * Reads a whole export once to learn how it is written: the form of its messages, and the order of its dates unless that
 * is given. Undefined when no line begins a message.
 */
export async function surveyLayout(
  lines: AsyncIterable<readonly ExportLine[]>,
  dateOrder?: DateOrder,
): Promise<ExportLayout | undefined> {
  const candidates = new Map<HeaderShape, Candidate>();
  for await (const batch of lines) {
    for (const { text } of batch) weigh(candidates, text);
  }
  const chosen = chooseShape([...candidates]);
  if (!chosen) return undefined;
  const [shape, { evidence, usLike }] = chosen;
  const guessed = dateOrder === undefined && evidence.open;
  return { shape, order: dateOrder ?? evidence.decide(usLike), guessed };
}

/** An export begins with a message, so the first form wins over what people pasted later, unless it is a rare exception. */
function chooseShape(
  candidates: readonly (readonly [HeaderShape, Candidate])[],
): readonly [HeaderShape, Candidate] | undefined {
  const [first] = candidates;
  const [commonest] = candidates.toSorted(([, a], [, b]) => b.count - a.count);
  if (!first || !commonest) return undefined;
  return first[1].count * RARE >= commonest[1].count ? first : commonest;
}

function weigh(candidates: Map<HeaderShape, Candidate>, text: string): void {
  const start = readMessageStart(text);
  if (!start) return;
  let candidate = candidates.get(start.shape);
  if (!candidate) {
    candidate = { count: 0, usLike: start.usLike, evidence: new DateOrderEvidence() };
    candidates.set(start.shape, candidate);
  }
  candidate.count += 1;
  candidate.evidence.add(start.date);
}
