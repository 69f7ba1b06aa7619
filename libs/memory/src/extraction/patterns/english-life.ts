import { EN_END, english, type Pattern, VALUE } from './pattern.js';

const I_AM = String.raw`(?:i['’]m|i am|i['’]ve been|i have been)`;
const OFTEN = String.raw`(?:(?:really|absolutely|still|just|now|currently|also|actually|totally|always|do|both|mostly|originally) )*`;
const RELATION = String.raw`(?<relation>(?:(?:little|big|older|younger|elder|twin|best|step) ?)?(?:sister|brother|mother|father|mom|mum|dad|wife|husband|son|daughter|girlfriend|boyfriend|partner|cousin|uncle|aunt|niece|nephew|grandma|grandmother|grandpa|grandfather|friend|boss|roommate|flatmate|neighbou?r)s?(?:-in-law)?)`;
const PET = String.raw`(?<pet>(?:\p{Ll}+ )?(?:dog|puppy|cat|kitten|parrot|rabbit|bunny|hamster|turtle|horse|bird|fish|snake|guinea pig)s?)`;
const COUNT = String.raw`(?<count>an?|one|two|three|four|five|six|\d)`;
const CALLED = String.raw`(?:,? (?:called|named) (?<name>\p{Lu}[\p{L}'’-]+(?: and \p{Lu}[\p{L}'’-]+)?))?`;
const THING = String.raw`(?<value>(?:\p{Ll}+ ){0,2}(?:car|bike|motorbike|motorcycle|boat|van|house|flat|apartment|guitar|piano|violin|camera|scooter|tesla|campervan))`;

/** What people say of their lives in English: family, animals, things, plans, wishes, habits. */
export const ENGLISH_LIFE: readonly Pattern[] = [
  {
    finds: english(
      String.raw`my ${RELATION}(?:['’]s)?(?: name)?(?: is|['’]s) (?:called |named )?(?<name>\p{Lu}\p{Ll}+)${EN_END}`,
    ),
    text: '{Relation} is called {name}',
    key: '{relation} name',
    category: 'relationship',
    importance: 7,
  },
  {
    finds: english(String.raw`(?:i ${OFTEN}have|i['’]ve got|i['’]ve) ${COUNT} ${RELATION}${CALLED}`),
    text: 'Has {count} {relation}{ called name}',
    key: 'has {relation}',
    category: 'relationship',
    single: true,
    importance: 7,
  },
  {
    finds: english(
      String.raw`my ${RELATION}(?:,? (?<name>\p{Lu}\p{Ll}+),?)? (?:just )?(?<verb>lives|works|studies|loves|likes|hates|has|moved|got|bought|is) (?!coming|going|here|so\b|very|really|not|a bit|called|named)${VALUE}${EN_END}`,
    ),
    text: '{Relation} {name} {verb} {value}',
    key: '{relation} {verb}',
    category: 'relationship',
    importance: 5,
  },
  {
    finds: english(
      String.raw`${I_AM} ${OFTEN}(?<value>married(?: to \p{Lu}\p{Ll}+)?|engaged(?: to \p{Lu}\p{Ll}+)?|divorced|single|widowed)(?!\p{L})`,
    ),
    text: 'Is {value}',
    key: 'relationship status',
    category: 'relationship',
    single: true,
    importance: 8,
  },
  {
    finds: english(
      String.raw`(?:i ${OFTEN}have|i['’]ve got|i (?:just |recently )?(?:got|adopted|bought)|we (?:just |recently )?(?:have|got|adopted)|i['’]ve adopted) ${COUNT} ${PET}${CALLED}`,
    ),
    text: 'Has {count} {pet}{ called name}',
    key: 'pet {pet}',
    category: 'possession',
    importance: 7,
  },
  {
    finds: english(String.raw`my ${PET}(?:['’]s name is| is called| is named) (?<name>\p{Lu}\p{Ll}+)`),
    text: '{Pet} is called {name}',
    key: '{pet} name',
    category: 'possession',
    importance: 7,
  },
  {
    finds: english(
      String.raw`(?:i ${OFTEN}(?:own|have|drive)|i['’]ve got|i (?:just |recently )?(?:got|bought)) (?:an?|the|my)? ?${THING}(?!\p{L})`,
    ),
    text: 'Has {value}',
    key: 'owns {value}',
    category: 'possession',
    importance: 4,
  },
  {
    finds: english(
      String.raw`i(?:['’]ve got| have)? (?:an?|my) (?<value>(?:\p{L}+ ){0,2}(?:appointment|meeting|exam|interview|flight|surgery|operation|concert|marathon|race|test|check-?up|wedding|trip|party|presentation)(?: (?:in|at|with|for) \p{Lu}\p{L}+)?)`,
    ),
    text: 'Has {value}',
    key: 'plan {value}',
    category: 'plan',
    timed: true,
    importance: 7,
  },
  {
    finds: english(
      String.raw`my (?<value>(?:\p{L}+ ){0,2}(?:appointment|meeting|exam|interview|flight|surgery|operation|concert|marathon|race|test|check-?up|wedding|trip|party|presentation|vacation|holidays?)) (?:is|are|starts?) `,
    ),
    text: 'Has {value}',
    key: 'plan {value}',
    category: 'plan',
    timed: true,
    importance: 7,
  },
  {
    finds: english(
      String.raw`(?:${I_AM}|we['’]re|we are|i will be|i['’]ll be) (?<value>(?:going|flying|travelling|traveling|moving|driving) to (?!bed|sleep|the (?:gym|shop|store))[^.,;:!?\n]{2,60}?|(?:getting married|starting [^.,;:!?\n]{2,40}?|running (?:a|the) [^.,;:!?\n]{2,40}?|visiting [^.,;:!?\n]{2,40}?|seeing [^.,;:!?\n]{2,40}?|meeting [^.,;:!?\n]{2,40}?))(?=$|[.,;:!?\n]| (?:on|in|next|this|tomorrow|tonight|at) )`,
    ),
    text: 'Is {value}',
    key: 'plan {value}',
    category: 'plan',
    timed: true,
    importance: 7,
  },
  {
    finds: english(
      String.raw`(?:i (?:really )?want to|i['’]d (?:really )?(?:love|like) to|my (?:dream|goal) is to|i hope to|i plan to|i['’]m planning to) (?<value>(?:learn|become|run|write|visit|travel|open|start|buy|move|study|climb|publish|get|see|lose|save|finish|build) ?[^.,;:!?\n]{0,60}?)${EN_END}`,
    ),
    text: 'Wants to {value}',
    key: 'wants to {value}',
    category: 'goal',
    importance: 6,
  },
  {
    finds: english(String.raw`i wish i (?:had|could have) ${VALUE}${EN_END}`),
    text: 'Wishes for {value}',
    key: 'wishes for {value}',
    category: 'goal',
  },
  {
    finds: english(
      String.raw`i ${OFTEN}(?<verb>collect|play|paint|knit|surf|climb|dance|sing|bake|garden) ${VALUE}(?: every .*)?${EN_END}`,
    ),
    text: '{Verb}s {value}',
    key: '{verb}s {value}',
    category: 'habit',
  },
  {
    finds: english(
      String.raw`i (?:always |usually )?(?<value>(?:run|swim|go|read|walk|cycle|train|meditate|practi[cs]e|cook|drink|do|ride|paint|write)(?: [^.,;:!?\n]{1,40}?)? every (?:single )?(?:day|morning|evening|night|week|weekend|\p{Lu}\p{Ll}+day|\p{Ll}+day))`,
    ),
    text: 'Habit: {value}',
    key: 'habit {value}',
    category: 'habit',
  },
];
