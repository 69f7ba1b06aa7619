import { createHash } from 'node:crypto';

import { TEXT_LANGUAGES, textLanguage, type TextLanguage } from '#kernel';

import type { CompletionRequest } from '../port/completion-request.js';
import { intentOf, plain } from './intent.js';
import { promptNames } from './prompt-names.js';
import { rememberedTexts } from './remembered-texts.js';
import type { PhraseKey, Speech } from './speech/speech.js';
import { SPEECHES } from './speech/speeches.js';
import { spokenText } from './spoken-text.js';
import { toldFacts, type ToldFacts } from './told-facts.js';

/** As much of each message as is looked at, in characters: patterns that look ahead are slow on long text. */
const READ = 2_000;
const PHRASE_SLOT = /\{(,?)(\w+)\}/g;
/** The words in which people ask for a fact, besides its own name; without accents. */
const ASKED_BY: Readonly<Record<string, RegExp>> = {
  name: /\bname\b|nombre|\bllamo\b|\bwho am i\b|quien soy|\bheisse\b|appelle|\bnom\b|\bchamo\b|\bnome\b|chiamo/,
  home: /\blive\b|\bhome\b|\bvivo\b|\bwohne|\blebe\b|habite|\bvis\b|\bmoro\b|\babito\b/,
  work: /\bwork\b|\bjob\b|\btrabajo\b|\barbeite|travaille|\btrabalho\b|\blavoro\b/,
  likes: /\blike\b|\blove\b|\bgusta|\bmag\b|\baime\b|\bgosto\b|\bpiac/,
};
/** What is answered after a greeting of its own, when the talk begins with it. */
const AFTER_HELLO: readonly PhraseKey[] = ['question', 'request', 'statement', 'fact-told'];

type Slots = Readonly<Record<string, string | undefined>>;

/** A template's answer to a conversation: the same one for the same talk, never empty, in the language of the person. */
export function offlineReply({ system, messages, locale }: CompletionRequest): string {
  const spoken = messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => spokenText(content).slice(0, READ));
  const last = spoken.at(-1) ?? '';
  const speech = SPEECHES[textLanguage(last, textLanguage(spoken.join('\n'), languageOf(locale)))];
  const facts = toldFacts([...rememberedTexts(system).map((text) => text.slice(0, READ)), ...spoken]);
  const names = promptNames(system);
  const [key, slots] = answerTo(last, facts, names.contact, speech);
  const filled = (one: PhraseKey): string[] =>
    speech.phrases[one].map((phrase) =>
      fill(phrase, {
        name: facts.get('name') ?? names.contact,
        character: names.character ?? speech.character,
        ...slots,
      }),
    );

  const before = messages.findLast(({ role }) => role === 'assistant')?.content ?? '';
  const answer = pick(filled(key), `${spoken.length}:${last}`, before);
  const greeted = AFTER_HELLO.includes(key) && speech.signs.greeting.test(plain(last));
  return greeted ? `${filled('hello').join('')} ${answer}` : answer;
}

function languageOf(locale: string | undefined): TextLanguage {
  return TEXT_LANGUAGES.find((language) => locale?.toLowerCase().startsWith(language)) ?? 'en';
}

function answerTo(last: string, facts: ToldFacts, contact: string | undefined, speech: Speech): [PhraseKey, Slots] {
  const intent = intentOf(last, speech);
  switch (intent) {
    case 'what-is-my':
      return recalled(last, facts, contact);
    case 'greeting':
    case 'statement': {
      const news = toldFacts([last]);
      const name = news.get('name');
      if (name) return ['name-told', { name }];
      return news.size > 0 ? ['fact-told', {}] : [intent, {}];
    }
    case 'no-text':
    case 'are-you-a-bot':
    case 'who-are-you':
    case 'time-or-date':
    case 'help':
    case 'goodbye':
    case 'thanks':
    case 'how-are-you':
    case 'request':
    case 'bad-news':
    case 'good-news':
    case 'question':
      return [intent, {}];
  }
}

/** What only somebody else can know is a question like any other. */
function recalled(question: string, facts: ToldFacts, contact: string | undefined): [PhraseKey, Slots] {
  const known = new Map(facts);
  if (contact && !known.has('name')) known.set('name', contact);
  const read = plain(question);
  for (const [about, value] of known) {
    if (ASKED_BY[about]?.test(read) ?? read.includes(plain(about))) return ['fact-known', { value }];
  }
  const isOfThem = Object.values(ASKED_BY).some((asked) => asked.test(read));
  return [isOfThem ? 'fact-unknown' : 'question', {}];
}

function fill(phrase: string, slots: Slots): string {
  return phrase.replace(PHRASE_SLOT, (_, comma: string, slot: string) => {
    const value = slots[slot] ?? '';
    return comma && value ? `, ${value}` : value;
  });
}

/** One of them, by the seed; the next one where that was said just before. */
function pick(phrases: readonly string[], seed: string, before: string): string {
  const number = createHash('sha256').update(seed).digest().readUInt32BE();
  const chosen = phrases[number % phrases.length] ?? '';
  return before.includes(chosen) ? (phrases[(number + 1) % phrases.length] ?? '') : chosen;
}
