import { DateTime } from 'luxon';

import { promptText, type ListPart, type PromptItem, type TextPart } from '#llm';
import type { RecalledTurn, RememberedContext, UsableFact } from '#memory';

import { isToldIn } from './is-told-in.js';

/** What is remembered of a person, the most useful with the highest priority. All of it is data. */
export function rememberedSections(remembered: RememberedContext, zone: string): readonly (TextPart | ListPart)[] {
  const { profile, summary, facts, recalled, relationship } = remembered;
  const told = facts.filter(({ text: fact }) => !isToldIn(profile, fact));
  return [
    ...(relationship ? [relationshipSection(relationship)] : []),
    text('profile', 7, 'who the person is, in short', profile),
    {
      ...{ name: 'memories', stable: false, priority: 8, heading: 'MEMORIES ABOUT USER:' },
      data: 'what the person told about themselves',
      items: told.filter(({ origin }) => origin !== 'manual').map(factLine),
    },
    {
      ...{ name: 'notes', stable: false, priority: 8, heading: 'NOTES ABOUT USER:' },
      data: 'what the owner noted about the person',
      items: told.filter(({ origin }) => origin === 'manual').map(factLine),
    },
    text('summary', 5, 'what was said in this chat before, in short', summary),
    {
      name: 'recalled',
      stable: false,
      priority: 6,
      heading: 'SAID BEFORE, and perhaps of use now:',
      data: 'what was said before',
      items: recalled.map((turn, place) => ({ text: recalledLine(turn, zone), priority: -place })),
    },
  ];
}

function factLine({ text: fact, relevance }: UsableFact): PromptItem {
  return { text: `- ${promptText(fact)}`, priority: relevance };
}

type Relationship = NonNullable<RememberedContext['relationship']>;

function relationshipSection({ level, trust, intimacy, totalInteractions, stage, mood }: Relationship): TextPart {
  const lines = [
    'RELATIONSHIP WITH USER:',
    `- Stage: ${stage.replaceAll('_', ' ')}`,
    `- Level: ${Math.round(level)}/100`,
    `- Trust: ${Math.round(trust)}/100`,
    `- Intimacy: ${Math.round(intimacy)}/100`,
    `- Total interactions: ${totalInteractions}`,
    ...(mood ? [`- Their mood of late: ${mood.emotion}`] : []),
  ];
  return { name: 'relationship', text: lines.join('\n'), stable: false, priority: 7 };
}

function text(name: string, priority: number, data: string, content: string | null): TextPart {
  return { name, text: content === null ? '' : promptText(content), stable: false, priority, data };
}

function recalledLine({ text: said, at, author, senderName }: RecalledTurn, zone: string): string {
  const day = DateTime.fromJSDate(at, { zone }).toISODate() ?? '';
  const who = author === 'contact' ? (senderName ?? 'the person') : author === null ? 'in short' : 'you';
  return `- ${day}, ${promptText(who)}: ${promptText(said)}`;
}
