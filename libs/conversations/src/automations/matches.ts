import type { LabelsView, LabelView } from '#messaging';
import { containsWords } from '#security';

import { SURE, type AutomationScope, type AutomationWhen, type Condition } from './automation.js';

const HOUR_MS = 3_600_000;

/** What is known of a contact's message. */
export interface MessageFacts {
  readonly chatId: string;
  /** As WhatsApp has it: `direct`, `group`, `broadcast`… */
  readonly chatKind: string;
  /** '' when there is none. */
  readonly text: string;
  readonly labels: LabelsView;
  /** Whether its writer had written nothing in the chat before. */
  readonly first: boolean;
  readonly sentAt: Date;
  /** When somebody wrote in the chat after it, whoever it was; null while it is the last one. */
  readonly nextAt: Date | null;
  /** Nobody is expected to answer: the chat was archived, or its contact said STOP. */
  readonly closed: boolean;
}

export interface Match {
  readonly matched: boolean;
  /** One for each condition: why it holds; or, of those that do not, why not. Never quotes a message. */
  readonly reasons: readonly string[];
}

/** Whether an automation is about this message. */
export function matches({ all, scope }: AutomationWhen, facts: MessageFacts, now: Date): Match {
  const outside = outsideOf(scope, facts);
  if (outside !== null) return { matched: false, reasons: [outside] };
  const verdicts = all.map((condition) => verdictOn(condition, facts, now));
  const failed = verdicts.filter(({ holds }) => !holds);
  return { matched: failed.length === 0, reasons: (failed.length > 0 ? failed : verdicts).map(({ reason }) => reason) };
}

interface Verdict {
  readonly holds: boolean;
  readonly reason: string;
}

function outsideOf(scope: AutomationScope | undefined, { chatId, chatKind }: MessageFacts): string | null {
  if (chatKind !== 'direct' && chatKind !== 'group') return `a chat of the kind ${chatKind} is never looked at`;
  if (scope?.kind !== undefined && scope.kind !== chatKind) return `the chat is not a ${scope.kind} chat`;
  if (scope?.chat_ids && !scope.chat_ids.includes(chatId)) return 'the chat is not one of those named';
  return null;
}

function verdictOn(condition: Condition, facts: MessageFacts, now: Date): Verdict {
  const { labels } = facts;
  switch (condition.kind) {
    case 'tag': {
      const found = labels.tags.find(({ value }) => value === condition.tag);
      return labelled(`tagged ${condition.tag}`, found, condition.min_confidence);
    }
    case 'category': {
      const found = labels.category?.value === condition.category ? labels.category : undefined;
      return labelled(`of the category ${condition.category}`, found, condition.min_confidence);
    }
    case 'sentiment': {
      const found = labels.sentiment?.value === condition.sentiment ? labels.sentiment : undefined;
      return labelled(`of ${condition.sentiment} sentiment`, found, condition.min_confidence);
    }
    case 'keyword':
      return spoken(condition.words, facts.text);
    case 'first_message':
      return facts.first
        ? { holds: true, reason: 'it is the first message of its writer in the chat' }
        : { holds: false, reason: 'its writer had written in the chat before' };
    case 'no_answer':
      return unanswered(condition.hours, facts, now);
  }
}

function labelled(what: string, found: LabelView | undefined, least = SURE): Verdict {
  if (!found) return { holds: false, reason: `it is not ${what}` };
  const sure = `confidence ${found.confidence.toFixed(2)}`;
  return found.confidence >= least
    ? { holds: true, reason: `it is ${what} (${sure})` }
    : { holds: false, reason: `it is ${what}, but with too little confidence (${sure}, wanted ${least.toFixed(2)})` };
}

function spoken(words: readonly string[], text: string): Verdict {
  const found = words.find((phrase) => containsWords(text, phrase));
  return found === undefined
    ? { holds: false, reason: 'it holds none of the words' }
    : { holds: true, reason: `it holds "${found}"` };
}

function unanswered(hours: number, { sentAt, nextAt, closed }: MessageFacts, now: Date): Verdict {
  if (closed) return { holds: false, reason: 'the chat is archived, or its contact opted out' };
  const waited = ((nextAt ?? now).getTime() - sentAt.getTime()) / HOUR_MS;
  if (waited >= hours) return { holds: true, reason: `nobody answered for ${hours} h` };
  return {
    holds: false,
    reason: nextAt ? `somebody wrote within ${hours} h` : `${hours} h have not passed yet`,
  };
}
