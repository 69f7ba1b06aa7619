import { promptText, type ListPart, type TextPart } from '#llm';
import type { UserIntent } from '#memory';

import type { ReplyScene } from './reply-scene.js';
import { openQuestions } from './turns/open-questions.js';

const INTENTS: Readonly<Record<UserIntent, string>> = {
  question: 'Their last message asks something.',
  request: 'Their last message asks you to do something.',
  greeting: 'Their last message is a greeting.',
  thanks: 'Their last message thanks you.',
  farewell: 'Their last message says goodbye.',
  statement: 'Their last message tells something.',
};

/** Where the talk stands: what the person wants, and what they have asked that is not answered yet. In a group nobody's questions are ours. */
export function talkSections({ earlier, asked, group, remembered }: ReplyScene): readonly (TextPart | ListPart)[] {
  if (group) return [];
  const intent = remembered?.state.lastUserIntent ?? null;
  return [
    { name: 'intent', text: intent === null ? '' : INTENTS[intent], stable: false, priority: 6 },
    {
      name: 'unanswered',
      stable: false,
      priority: 8,
      heading: 'ASKED AND NOT ANSWERED YET: answer each of them.',
      data: 'what the person asked',
      items: openQuestions(earlier, asked).map((question) => ({ text: `- ${promptText(question)}`, priority: 0 })),
    },
  ];
}
