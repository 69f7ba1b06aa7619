import { llmError } from '../llm.errors.js';
import type { PromptMessage } from '../port/completion-request.js';
import { fitMessage, fitPart, type FittedPart } from './fit-part.js';
import type { AssembledPrompt, ListPart, PlannedMessage, PromptCut, PromptPlan, TextPart } from './prompt-plan.js';

type Part = TextPart | ListPart;
type Size = Pick<FittedPart, 'tokens' | 'dropped'>;

const HISTORY = 'history';
const HISTORY_PRIORITY = 5;
const EVERYTHING = Number.POSITIVE_INFINITY;

/**
 * A prompt within its budget. First every part is held to its own limit. Then room is given out: to what is never cut, to the last
 * message, and to the rest by priority, so that what matters least is cut first. Stable sections stand first, in their order.
 * @throws AppError `llm.bad-request` when what is never cut leaves no room, or there is no message
 */
export function assemblePrompt(plan: PromptPlan): AssembledPrompt {
  const filled = new FilledPrompt(plan.maxTokens);
  for (const part of plan.sections.filter(isWhole)) filled.add(part);
  filled.addLast(plan.messages.at(-1), plan.last?.maxTokens);
  for (const part of inTurn(plan)) {
    if (part === HISTORY) filled.addHistory(plan.messages.slice(0, -1), plan.history?.maxTokens);
    else filled.add(part);
  }
  return filled.prompt(plan.sections);
}

/** A prompt that is being filled, and the room that is left in it. */
class FilledPrompt {
  private readonly sections = new Map<Part, FittedPart>();
  private readonly cuts: PromptCut[] = [];
  private messages: readonly PromptMessage[] = [];
  private left: number;

  constructor(private readonly maxTokens: number) {
    this.left = maxTokens;
  }

  add(part: Part): void {
    const room = isWhole(part) ? EVERYTHING : Math.min(this.left, part.maxTokens ?? EVERYTHING);
    const fitted = fitPart(part, room);
    this.take(part.name, fitPart(part, EVERYTHING), fitted);
    this.sections.set(part, fitted);
  }

  addLast(message: PlannedMessage | undefined, maxTokens = this.left / 2): void {
    if (!message) throw badPlan('a prompt without a message');
    const fitted = fitTurn(message, Math.min(this.left, maxTokens));
    if (fitted.lost || fitted.tokens > this.left) throw badPlan('what is never cut leaves no room in the prompt');
    this.take('last-message', fitMessage(message, EVERYTHING), fitted);
    this.messages = [turnOf(fitted)];
  }

  addHistory(messages: readonly PlannedMessage[], maxTokens = EVERYTHING): void {
    const fitted = fitHistory(messages, Math.min(this.left, maxTokens));
    this.take('conversation', fitHistory(messages, EVERYTHING), fitted);
    this.messages = [...fitted.messages, ...this.messages];
  }

  prompt(order: readonly Part[]): AssembledPrompt {
    const all = order.map((part) => ({ text: this.sections.get(part)?.text ?? '', stable: part.stable }));
    const filled = all.filter(({ text }) => text !== '');
    return {
      system: [...filled.filter(({ stable }) => stable), ...filled.filter(({ stable }) => !stable)],
      messages: this.messages,
      tokens: this.maxTokens - this.left,
      cuts: this.cuts,
    };
  }

  private take(name: string, full: Size, { tokens, dropped }: Size): void {
    this.left -= tokens;
    if (tokens >= full.tokens) return;
    this.cuts.push({ name, fromTokens: full.tokens, toTokens: tokens, ...(dropped && { dropped }) });
  }
}

function isWhole(part: Part): boolean {
  return 'cut' in part && part.cut === 'never';
}

/** What matters most comes first; of equals the conversation, then the one that stands first. */
function inTurn({ sections, history }: PromptPlan): (Part | typeof HISTORY)[] {
  const priority = history?.priority ?? HISTORY_PRIORITY;
  const parts = sections.filter((part) => !isWhole(part)).toSorted((a, b) => b.priority - a.priority);
  return [
    ...parts.filter((part) => part.priority > priority),
    HISTORY,
    ...parts.filter((part) => part.priority <= priority),
  ];
}

/**
 * The latest messages that fit; when not all do, none of them has more than half of the room. What remains then begins with the
 * user, as providers ask for.
 */
function fitHistory(messages: readonly PlannedMessage[], room: number) {
  const whole = messages.map((message) => fitTurn(message, EVERYTHING));
  if (sumOf(whole) <= room) return { messages: whole.map(turnOf), tokens: sumOf(whole) };
  const kept: FittedTurn[] = [];
  for (const message of messages.toReversed()) {
    const fitted = fitTurn(message, room / 2);
    if (fitted.lost || sumOf(kept) + fitted.tokens > room) break;
    kept.unshift(fitted);
  }
  while (kept[0]?.role === 'assistant') kept.shift();
  return { messages: kept.map(turnOf), tokens: sumOf(kept), dropped: messages.length - kept.length };
}

type FittedTurn = ReturnType<typeof fitTurn>;

function fitTurn(message: PlannedMessage, room: number) {
  const fitted = fitMessage(message, room);
  return { ...fitted, role: message.role, lost: fitted.text === '' && message.content !== '' };
}

function turnOf({ role, text }: FittedTurn): PromptMessage {
  return { role, content: text };
}

function sumOf(turns: readonly FittedTurn[]): number {
  return turns.reduce((sum, { tokens }) => sum + tokens, 0);
}

function badPlan(reason: string) {
  return llmError('llm.bad-request', { details: { reason } });
}
