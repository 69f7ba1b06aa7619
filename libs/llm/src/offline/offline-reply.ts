import { createHash } from 'node:crypto';

import type { CompletionRequest } from '../port/completion-request.js';
import { intentOf } from './intent.js';
import { languageOf, type Language } from './language.js';
import { FACT_NAMES, PHRASES, type PhraseKey } from './phrases.js';
import { promptNames } from './prompt-names.js';
import { rememberedTexts } from './remembered-texts.js';
import { spokenText } from './spoken-text.js';
import { toldFacts, type ToldFacts } from './told-facts.js';
import { topicWord } from './topic-word.js';

/** As much of each message as is looked at, in characters: patterns that look ahead are slow on long text. */
const READ = 2_000;
const PHRASE_SLOT = /\{(,?)(\w+)\}/g;
const DEFAULT_CHARACTER: Record<Language, string> = { en: 'your secretary', es: 'tu secretaria' };
/** The words in which people ask for a fact, besides its own name. */
const ASKED_BY: Readonly<Record<string, RegExp>> = {
  name: /\bname\b|nombre|\bllamo\b|\bwho am i\b|qui[ée]n soy/iu,
  home: /\blive\b|\bhome\b|\bvivo\b/iu,
  work: /\bwork\b|\bjob\b|\btrabajo\b/iu,
  likes: /\blike\b|\blove\b|\bgusta/iu,
};

type Slots = Readonly<Record<string, string | undefined>>;

/** A template's answer to a conversation: the same one for the same text, never empty. */
export function offlineReply({ system, messages, locale }: CompletionRequest): string {
  const spoken = messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => spokenText(content).slice(0, READ));
  const last = spoken.at(-1) ?? '';
  const language = languageOf(last, languageOf(spoken.join('\n'), locale?.startsWith('es') ? 'es' : 'en'));
  const facts = toldFacts([...rememberedTexts(system).map((text) => text.slice(0, READ)), ...spoken]);
  const names = promptNames(system);

  const [key, slots] = answerTo(last, facts, names.contact, language);
  const phrase = pick(PHRASES[language][key], `${spoken.length}:${last}`);
  return fill(phrase, {
    name: facts.get('name') ?? names.contact,
    character: names.character ?? DEFAULT_CHARACTER[language],
    ...slots,
  });
}

function answerTo(last: string, facts: ToldFacts, contact: string | undefined, language: Language): [PhraseKey, Slots] {
  const intent = intentOf(last);
  switch (intent) {
    case 'what-is-my':
      return recalled(last, facts, contact, language);
    case 'question':
    case 'statement':
    case 'greeting': {
      const news = [...toldFacts([last])];
      const told = news.find(([about]) => about === 'name') ?? news[0];
      if (told?.[0] === 'name') return ['name-told', { name: told[1] }];
      if (told) return ['fact-told', { about: factName(told[0], language), value: told[1] }];
      if (intent === 'greeting') return ['greeting', {}];
      const topic = topicWord(last);
      return topic ? [intent, { topic }] : ['no-topic', {}];
    }
    case 'no-text':
    case 'are-you-a-bot':
    case 'who-are-you':
    case 'time-or-date':
    case 'help':
    case 'goodbye':
    case 'thanks':
    case 'how-are-you':
      return [intent, {}];
  }
}

function recalled(
  question: string,
  facts: ToldFacts,
  contact: string | undefined,
  language: Language,
): [PhraseKey, Slots] {
  const known = new Map(facts);
  if (contact && !known.has('name')) known.set('name', contact);
  const lowered = question.toLowerCase();
  for (const [about, value] of known) {
    const asked = ASKED_BY[about]?.test(question) ?? lowered.includes(about);
    if (asked) return ['fact-known', { about: factName(about, language), value }];
  }
  return ['fact-unknown', {}];
}

function factName(about: string, language: Language): string {
  return FACT_NAMES[language][about] ?? `${language === 'es' ? 'tu' : 'your'} ${about}`;
}

function fill(phrase: string, slots: Slots): string {
  return phrase.replace(PHRASE_SLOT, (_, comma: string, slot: string) => {
    const value = slots[slot] ?? '';
    return comma && value ? `, ${value}` : value;
  });
}

function pick(phrases: readonly string[], seed: string): string {
  const number = createHash('sha256').update(seed).digest().readUInt32BE();
  return phrases[number % phrases.length] ?? '';
}
