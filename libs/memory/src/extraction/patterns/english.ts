import { ENGLISH_LIFE } from './english-life.js';
import { ENGLISH_SELF } from './english-self.js';
import { EN_END, english, VALUE, type PatternLanguage } from './pattern.js';

/** What people say about themselves in English. The first that finds something in a sentence is taken, of each key. */
export const ENGLISH: PatternLanguage = {
  patterns: [...ENGLISH_SELF, ...ENGLISH_LIFE],
  endings: [
    {
      finds: english(String.raw`i (?:don['’]?t|do not|no longer) live in ${VALUE}(?: any ?more| any longer|$|[.,!])`),
      text: 'Does not live in {value} any more',
      ends: /lives?|vive/i,
    },
    {
      finds: english(
        String.raw`i(?:['’]m| am)? ?(?:just |finally )?(?:quit|left|resigned from|lost|was fired from|got fired from|was laid off from|got laid off from)(?: (?:my job(?: at)?|working (?:at|for)|the job at))? ?(?<value>\p{Lu}[\p{L}&' -]{1,40})?(?=$|[.,!?]| (?:my job|last|yesterday|today|this|two|on|in)\b)`,
      ),
      text: 'Has left {value}',
      ends: /\b(?:works?|job|trabaja)\b/i,
    },
    {
      finds: english(
        String.raw`(?:i (?:just )?(?:quit|lost) my job|i resigned|i got fired|i was (?:fired|laid off)|i(?:['’]m| am)? retired)`,
      ),
      text: 'Has left the job',
      ends: /\b(?:works?|job|trabaja)\b/i,
    },
    {
      finds: english(
        String.raw`(?:we (?:broke up|split up|separated|got divorced)|i broke up with|i(?:['’]m| am)? (?:got )?divorced|(?:he|she) left me)`,
      ),
      text: 'The relationship is over',
      ends: /girlfriend|boyfriend|partner|wife|husband|fianc|engaged|married|novi[oa]|pareja/i,
    },
    {
      finds: english(
        String.raw`(?:i (?:just )?sold (?:my|the) (?<value>\p{L}+)|my (?<gone>\p{L}+) (?:died|passed away|ran away|was stolen))`,
      ),
      text: 'Has no {value}{gone} any more',
      ends: /./,
    },
    {
      finds: english(
        String.raw`i (?:don['’]?t|do not|no longer) (?:(?:play|do|go|smoke|study|work|have|run|date)) ?${VALUE} (?:any ?more|any longer)`,
      ),
      text: 'No longer {value}',
      ends: /./,
    },
    {
      finds: english(
        String.raw`i (?:have |['’]ve )?(?:stopped|gave up|given up|quit) (?!my job)(?<value>\p{Ll}+(?: [^.,;!?\n]{1,30}?)?)${EN_END}`,
      ),
      text: 'Has given up {value}',
      ends: /./,
    },
    {
      finds: english(
        String.raw`(?:the|my) (?<value>(?:\p{L}+ )?(?:trip|meeting|wedding|party|concert|interview|exam|appointment|flight|race|holiday|marathon|surgery)(?: (?:to|with|at|in|for) [\p{L} ]+?)?) (?:is|was|got|has been) (?:cancell?ed|called off|postponed)`,
      ),
      text: 'The {value} is off',
      ends: /./,
    },
  ],
  corrections: [
    english(
      String.raw`(?:no,? )?(?:sorry,? |oops,? |wait,? )?i (?:meant|mean)(?: to (?:say|write))? ${VALUE}${EN_END}`,
    ),
    english(String.raw`(?:sorry|oops|correction|actually|no)[,:]? (?:it['’]s|it is|not \p{L}+,?) ${VALUE}${EN_END}`),
  ],
};
