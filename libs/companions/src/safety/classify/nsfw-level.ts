import { FALSE_FRIENDS, NSFW_RULES, SOBER } from './nsfw-lexicon.js';
import type { ReadableText } from './readable-text.js';
import { UNDER_AGE } from './under-age.js';
import { wholeWords } from './whole-words.js';

/** How sexual a text is. */
export interface NsfwJudgement {
  /** 0 nothing, 1 coarse, 2-3 romance, 4-6 suggestive, 7-10 explicit. */
  readonly level: number;
  /** 0-1. */
  readonly confidence: number;
  /** Somebody under age is spoken of. */
  readonly namesMinor: boolean;
}

/** From here on talk is sexual. */
export const SEXUAL_FROM = 4;
/** What clinical words are among sober ones. */
const SOBER_LEVEL = 2;
/** Up to here a word may be meant clinically. */
const CLINICAL_UP_TO = 6;
const HIGHEST_OF_WORDS = 9;

const RULES = NSFW_RULES.map(({ level, confidence, words }) => ({ level, confidence, pattern: wholeWords(words) }));
const HARMLESS = wholeWords(FALSE_FRIENDS, 'g');
const SUGGESTIVE_EMOJI = /🍆|🍑\s*(?:💦|👅|🍆)|💦\s*(?:🍑|🍆|👅)|👅\s*💦|🖕\s*🍑/u;
const TENDER_EMOJI = /😘|😍|💋|🥰|💕|💖|💘/u;
/** Letters apart are read without knowing where words end. */
const RUN_TOGETHER =
  /sendnudes|fuckme|fuckyou(?:r|hard)|suckmy|dickpic|yourpussy|showmeyour(?:tits|ass)|quierofollar|tustetas/;

export function nsfwLevel({ plain, undisguised }: ReadableText): NsfwJudgement {
  const judged = (undisguised === null ? [plain] : [plain, undisguised]).map(judge);
  const strongest = judged.reduce((most, one) => (one.level > most.level ? one : most));
  return { ...strongest, namesMinor: judged.some(({ namesMinor }) => namesMinor) };
}

function judge(text: string): NsfwJudgement {
  const said = text.replace(HARMLESS, ' _ ');
  const sober = SOBER.test(text);
  const found = RULES.filter(({ pattern }) => pattern.test(said)).map(({ level, confidence }) => ({
    level: sober && level >= SEXUAL_FROM && level <= CLINICAL_UP_TO ? SOBER_LEVEL : level,
    confidence,
  }));
  if (RUN_TOGETHER.test(said)) found.push({ level: 8, confidence: 0.8 });
  if (SUGGESTIVE_EMOJI.test(text)) found.push({ level: 5, confidence: 0.7 });
  if (TENDER_EMOJI.test(text)) found.push({ level: 1, confidence: 0.5 });
  const namesMinor = UNDER_AGE.test(said);
  if (found.length === 0) return { level: 0, confidence: 0.8, namesMinor };
  const { level, confidence } = found.reduce((most, one) => (one.level > most.level ? one : most));
  // Several kinds of such words at once leave less doubt, and say more.
  const sexual = found.filter((one) => one.level >= SEXUAL_FROM).length;
  const raised = sexual > 1 && level < HIGHEST_OF_WORDS ? level + 1 : level;
  return { level: raised, confidence: Math.min(1, confidence + (sexual > 1 ? 0.05 : 0)), namesMinor };
}
