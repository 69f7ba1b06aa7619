import type { AnswerChannel, AnsweringRule, RuleCondition } from './answering-rule.js';

/** What rules look at. */
export interface ChatFacts {
  readonly chatId: string;
  readonly contactId: string | null;
  /** Of the other person: digits only. */
  readonly phones: readonly string[];
  /** `direct`, `group`, or something that no rule asks for. */
  readonly kind: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly tags: readonly string[];
  readonly channel: AnswerChannel;
}

/** The id of the character that the first matching rule names; `otherwise` when none matches. */
export function chooseCharacter(rules: readonly AnsweringRule[], facts: ChatFacts, otherwise: string): string {
  return rules.find(({ when }) => holds(when, facts))?.then ?? otherwise;
}

/** A rule without any condition is true of nothing: a slip must not answer everybody. */
function holds(when: RuleCondition, facts: ChatFacts): boolean {
  const asked = [
    among(when.chatIds, [facts.chatId]),
    among(when.contactIds, facts.contactId === null ? [] : [facts.contactId]),
    startsWithAny(when.phonePrefixes, facts.phones),
    when.kind === undefined ? undefined : when.kind === facts.kind,
    among(when.accounts, [facts.accountId, facts.accountName]),
    among(when.tags, facts.tags),
    among(when.channels, [facts.channel]),
  ].filter((met) => met !== undefined);
  return asked.length > 0 && asked.every(Boolean);
}

function among(wanted: readonly string[] | undefined, values: readonly string[]): boolean | undefined {
  return wanted?.some((one) => values.includes(one));
}

function startsWithAny(prefixes: readonly string[] | undefined, phones: readonly string[]): boolean | undefined {
  return prefixes?.some((prefix) => phones.some((phone) => phone.startsWith(prefix.replace('+', ''))));
}
