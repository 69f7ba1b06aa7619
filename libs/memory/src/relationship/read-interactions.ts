import { VALENCE, type Emotion, type EmotionLabel } from './emotion.js';
import type { Interaction } from './interaction.js';
import { plainWords } from './plain-words.js';
import { EMOTION_WORDS, SIGNAL_EMOJI, SIGNAL_WORDS, TOPIC_WORDS } from './signal-words.js';

/** One message of a direct chat. */
export interface HeardMessage {
  readonly byContact: boolean;
  readonly text: string;
  readonly sentAt: Date;
  /** What a tagger found, -1 to 1; null when it was not labelled. */
  readonly sentiment: number | null;
  /** How many facts about the person were learnt from it. */
  readonly facts: number;
}

/** A pause so long begins another conversation. */
const PAUSE_MS = 6 * 3_600_000;
/** More of one message is not looked at, in characters. */
const READ = 2_000;
/** A message of so many characters counts as one. */
const USUAL_LENGTH = 40;
/** An essay is not ten messages, and a letter is not none. */
const LEAST_TALK = 0.25;
const MOST_TALK = 2.5;
/** One message in so many that is friendly makes the talk friendly. */
const WARM_SHARE = 1 / 4;
const DISCLOSING_SHARE = 1 / 3;
const INTERESTED_SHARE = 1 / 6;
const THANKFUL_SHARE = 1 / 6;
/** A lexicon's word is worth less than a tagger's label. */
const FAINTEST_EMOTION = 0.25;

/** The conversations in a stretch of a direct chat, oldest first; those in which the person said nothing are none. `before`: when they last spoke. */
export function readInteractions(messages: readonly HeardMessage[], before: Date | null): Interaction[] {
  const interactions: Interaction[] = [];
  let last = before;
  for (const conversation of conversationsOf(messages)) {
    const [first] = conversation;
    const theirs = conversation.filter(({ byContact }) => byContact);
    const latest = theirs.at(-1);
    if (!first || !latest) continue;
    const afterPause = last === null || first.sentAt.getTime() - last.getTime() >= PAUSE_MS;
    interactions.push(interactionOf(theirs, conversation.length - theirs.length, first.byContact && afterPause));
    last = latest.sentAt;
  }
  return interactions;
}

function conversationsOf(messages: readonly HeardMessage[]): HeardMessage[][] {
  const conversations: HeardMessage[][] = [];
  let last: Date | null = null;
  for (const message of messages.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime())) {
    if (last === null || message.sentAt.getTime() - last.getTime() >= PAUSE_MS) conversations.push([]);
    conversations.at(-1)?.push(message);
    last = message.sentAt;
  }
  return conversations;
}

function interactionOf(theirs: readonly HeardMessage[], ours: number, begunByThem: boolean): Interaction {
  const heard = theirs.map((message) => ({ ...message, words: plainWords(message.text.slice(0, READ)) }));
  const count = heard.length;
  const warm = heard.filter(({ words, text, sentiment }) => {
    const said = has(SIGNAL_WORDS.warmth, words) || has(SIGNAL_EMOJI.warmth, text);
    return said || (sentiment ?? 0) > 0.5;
  });
  const hostile = heard.filter(
    ({ words, text }) => has(SIGNAL_WORDS.hostility, words) || has(SIGNAL_EMOJI.hostility, text),
  );
  const disclosing = heard.filter(({ words, facts }) => facts > 0 || has(SIGNAL_WORDS.disclosure, words));
  const share = (some: readonly unknown[], enough: number): number => Math.min(1, some.length / count / enough);
  const said = (pattern: RegExp) => heard.filter(({ words }) => has(pattern, words));
  return {
    at: heard.reduce((latest, { sentAt }) => (sentAt > latest ? sentAt : latest), new Date(0)),
    messages: count,
    talk: heard.reduce((sum, { text }) => sum + talkOf(text), 0),
    reciprocity: (2 * Math.min(count, ours)) / (count + ours),
    begunByThem,
    warmth: share(
      warm.filter((message) => !hostile.includes(message)),
      WARM_SHARE,
    ),
    thanks: share(said(SIGNAL_WORDS.thanks), THANKFUL_SHARE),
    disclosure: share(disclosing, DISCLOSING_SHARE),
    interest: share(said(SIGNAL_WORDS.interest), INTERESTED_SHARE),
    hostility: hostile.length / count,
    emotion: strongest(heard),
    topics: topicsOf(heard.map(({ words }) => words)),
  };
}

function talkOf(text: string): number {
  return Math.min(MOST_TALK, Math.max(LEAST_TALK, text.trim().length / USUAL_LENGTH));
}

/** The emotion that most messages show; a sentiment that a tagger found makes it surer. */
function strongest(heard: readonly { readonly words: string; readonly sentiment: number | null }[]): Emotion | null {
  const scores = new Map<EmotionLabel, number>();
  for (const { words, sentiment } of heard) {
    for (const [label, pattern] of Object.entries(EMOTION_WORDS) as [EmotionLabel, RegExp][]) {
      const hits = words.match(pattern)?.length ?? 0;
      if (hits === 0) continue;
      const agrees = sentiment === null || Math.sign(sentiment) === Math.sign(VALENCE[label]) ? 1 : 0.5;
      scores.set(label, (scores.get(label) ?? 0) + Math.min(2, hits) * agrees);
    }
  }
  const [best] = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (!best) return null;
  const [label, score] = best;
  // One word in a long talk is faint, one in a short talk is not.
  const intensity = Math.min(1, 0.25 * score + (0.5 * score) / heard.length);
  return intensity < FAINTEST_EMOTION ? null : { label, valence: VALENCE[label], intensity };
}

function topicsOf(texts: readonly string[]): Record<string, number> {
  const counted = Object.entries(TOPIC_WORDS).map(
    ([topic, pattern]) => [topic, texts.filter((text) => has(pattern, text)).length] as const,
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

function has(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}
