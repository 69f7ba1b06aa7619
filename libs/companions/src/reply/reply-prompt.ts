import { DateTime } from 'luxon';

import { assemblePrompt, promptText, type CompletionRequest, type PromptMessage, type TextPart } from '#llm';
import type { SpokenMessage } from '#messaging';

import { characterSection } from './character-section.js';
import { rememberedSections } from './remembered-sections.js';
import type { ReplyScene } from './reply-scene.js';
import { talkSections } from './talk-sections.js';

/** More is not given to a model, in tokens: answers come late and dear, and what matters is lost among the rest. */
const MAX_TOKENS = 8_000;

/** The prompt for one answer: what never changes comes first, so that providers cache it. `guidance`: what this turn asks for besides. */
export function replyPrompt(scene: ReplyScene, guidance = ''): CompletionRequest {
  const { character, contactId, remembered, zone } = scene;
  const { system, messages } = assemblePrompt({
    sections: [
      characterSection(character),
      ...sceneSections(scene),
      ...(remembered ? rememberedSections(remembered, zone) : []),
      ...talkSections(scene),
      { name: 'guidance', text: guidance, stable: false, priority: 10, cut: 'never' },
    ],
    messages: dialogue(scene),
    maxTokens: MAX_TOKENS,
    history: { priority: 9 },
  });
  return {
    ...{ purpose: 'chat', system, messages },
    ...character.modelSettings,
    ...(contactId !== null && { contactId }),
  };
}

function sceneSections({ contactName, group, now, zone }: ReplyScene): TextPart[] {
  const time = DateTime.fromJSDate(now, { zone }).setLocale('en').toFormat("cccc d LLLL yyyy, HH:mm '('z')'");
  const kind = group ? 'This is a group chat.' : 'You talk with one person.';
  const part = { stable: false, priority: 10 };
  return [
    { ...part, name: 'scene', text: `${kind} It is ${time}.`, cut: 'never' },
    {
      ...part,
      name: 'name',
      text: promptText(contactName ?? ''),
      data: 'name the person gave themselves',
      maxTokens: 60,
    },
  ];
}

/** Neighbouring messages of one side are one entry, and the first entry is the person's, as providers ask for. */
function dialogue({ earlier, asked, group }: ReplyScene): PromptMessage[] {
  const entries: { role: PromptMessage['role']; content: string }[] = [];
  for (const message of [...earlier, ...asked]) {
    const role = message.author === 'contact' ? 'user' : 'assistant';
    const content = lineOf(message, group);
    const last = entries.at(-1);
    if (last?.role === role) last.content += `\n${content}`;
    else if (last || role === 'user') entries.push({ role, content });
  }
  return entries;
}

function lineOf({ author, kind, text, senderName }: SpokenMessage, group: boolean): string {
  const said = promptText(text) || `[${kind}]`;
  const line = kind === 'text' || text === '' ? said : `[${kind}] ${said}`;
  return group && author === 'contact' ? `${promptText(senderName ?? 'somebody')}: ${line}` : line;
}
