import type { WishPatterns } from '../wish-patterns.js';

const WRITE = String.raw`(?:write|text|message|contact|ping)(?: to)?`;
const WRITING = String.raw`(?:writing|texting|messaging|contacting|pinging)(?: to)?`;
const NOT = "(?:don't|dont|do not|never)";
const DAYS =
  '(?:weekends?|week ?days?|work(?:ing)? ?days?|holidays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week|work|work(?:ing)? hours?|school|vacation)';
const AGAIN = '(?: again| any ?more| ever again)?';

export const ENGLISH: WishPatterns = {
  language: 'en',
  less: [
    `${WRITE} me less(?: often| frequently)?`,
    `${NOT} ${WRITE} me (?:so|that|this) (?:often|much|frequently)`,
    `(?:fewer|less) messages`,
    `you ${WRITE} me too (?:often|much)`,
  ],
  more: [`${WRITE} me more (?:often|frequently)`, `you (?:can|may) ${WRITE} me more(?: often)?`, 'more messages'],
  off: [
    `${NOT} ${WRITE} me first${AGAIN}`,
    `stop ${WRITING} me first`,
    `stop ${WRITING} first`,
    `(?:stop ${WRITING} me|${NOT} ${WRITE} me)(?: again| any ?more| ever again| on your own| by yourself| unprompted)`,
    `stop ${WRITING} me`,
    `${NOT} ${WRITE} me unless i (?:write|text|message)(?: to)?(?: you)?(?: first)?`,
    `only (?:write|text|message|answer|reply|respond)(?: to)?(?: me)? when i (?:write|text|message)(?: to)?(?: you)?(?: first)?`,
    `(?:just )?leave me (?:alone|be|in peace)`,
    `go away`,
    `no more messages`,
    `(?:stop|quit) (?:bothering|bugging|spamming) me`,
    `${NOT} (?:bother|bug|disturb) me${AGAIN}`,
  ],
  on: [
    `you (?:can|may) ${WRITE} me (?:again|first|first again|again first)`,
    `(?:it's|it is) (?:ok|okay|fine) to ${WRITE} me (?:again|first|first again)`,
    `${WRITE} me first again`,
    `you (?:can|may) (?:write|text|message) first(?: again)?`,
    `start ${WRITING} me(?: first)? again`,
    `${WRITE} me(?: first)? whenever you (?:like|want|feel like it)`,
  ],
  notBefore: [
    `(?:not|never|nothing) before {time}`,
    `${NOT} ${WRITE}(?: me)? before {time}`,
    `no messages before {time}`,
    `only ${WRITE}(?: me)? after {time}`,
    `${WRITE} me only after {time}`,
  ],
  notAfter: [
    `(?:not|never|nothing) (?:after|later than|past) {time}`,
    `${NOT} ${WRITE}(?: me)? (?:after|later than|past) {time}`,
    `no messages (?:after|later than|past) {time}`,
    `only ${WRITE}(?: me)? before {time}`,
    `${WRITE} me only before {time}`,
  ],
  zone: [
    `my time ?zone is (?:now )?(?:that of |the one of )?{place}(?: time)?`,
    `(?:set|change) my time ?zone to {place}(?: time)?`,
    `(?:i'm|im|i am) (?:on|in) (?:the )?{place} time(?: ?zone)?`,
  ],
  avoid: [
    `${NOT} (?:mention|bring up|talk (?:to me )?about|ask(?: me)?(?: anything)? about|remind me (?:of|about)) {topic}${AGAIN}`,
    `stop (?:mentioning|bringing up|talking (?:to me )?about|asking(?: me)? about|reminding me (?:of|about)) {topic}${AGAIN}`,
  ],
  noTopic: 'it|that|this|them|these|those|him|her|me|you|us|yourself|so|what .*|how .*|which .*',
  clock: {
    numbers: 'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
    filler: "o'clock|at|the",
    morning: String.raw`a\.?\s?m\.?|in the morning`,
    afternoon: String.raw`p\.?\s?m\.?|in the (?:afternoon|evening)`,
    night: 'at night|tonight',
    noon: '(?:12 |twelve )?noon|midday',
    midnight: '(?:12 |twelve )?midnight',
    halfPast: 'half past|half',
  },
  during: {
    not: [`${NOT} ${WRITE}(?: me)? {when}`, 'no messages {when}', `stop ${WRITING} me {when}`],
    only: [`(?:you can )?only ${WRITE}(?: me)? {when}`, `${WRITE} me only {when}`, 'messages only {when}'],
    notBare: ['(?:not|never|nothing) {when}'],
    onlyBare: ['(?:only|just) {when}'],
    parts: {
      morning: 'in the mornings?|(?:so|too) early(?: in the morning)?|early in the morning',
      afternoon: 'in the afternoons?',
      evening: 'in the evenings?',
      night: 'at nights?|(?:so|too) late(?: at night)?|late at night',
    },
    between: '(?:between|from) {time} (?:and|to|until|till) {until}',
    unkept: [
      String.raw`(?:(?:on|at|during|over|in) )?(?:the |my )?${DAYS}(?: (?:and|or|to|through) ${DAYS})?`,
      String.raw`(?:while|when) i(?:'m| am) [\p{L} ]{2,30}`,
      'today|tonight|tomorrow|this (?:week|weekend|month|morning|afternoon|evening)',
      '(?:before|after) (?:the |my )?(?:breakfast|lunch|dinner|work|school|class|classes|shift|bed ?time)',
      '(?:once|twice|three times) (?:a|per) (?:day|week|month)|every (?:other )?(?:day|week)',
    ].join('|'),
  },
};
