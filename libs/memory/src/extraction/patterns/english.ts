import { EN_END, english, VALUE, type PatternLanguage } from './pattern.js';

const I_AM = String.raw`(?:i['’]m|i am|i['’]ve been|i have been)`;
const OFTEN = String.raw`(?:(?:really|absolutely|still|just|now|currently|also|actually|totally|always|do|both|mostly|originally) )*`;
const RELATION = String.raw`(?<relation>(?:(?:little|big|older|younger|elder|twin|best|step) ?)?(?:sister|brother|mother|father|mom|mum|dad|wife|husband|son|daughter|girlfriend|boyfriend|partner|cousin|uncle|aunt|niece|nephew|grandma|grandmother|grandpa|grandfather|friend|boss|roommate|flatmate|neighbou?r)s?(?:-in-law)?)`;
const PET = String.raw`(?<pet>(?:\p{Ll}+ )?(?:dog|puppy|cat|kitten|parrot|rabbit|bunny|hamster|turtle|horse|bird|fish|snake|guinea pig)s?)`;
const COUNT = String.raw`(?<count>an?|one|two|three|four|five|six|\d)`;
const CALLED = String.raw`(?:,? (?:called|named) (?<name>\p{Lu}[\p{L}'’-]+(?: and \p{Lu}[\p{L}'’-]+)?))?`;
const JOB = String.raw`(?<value>(?:\p{Ll}+ ){0,2}(?:nurse|chef|cook|nanny|judge|pilot|vet|student|lawyer|plumber|baker|teacher|doctor|dentist|engineer|designer|developer|programmer|architect|accountant|actor|actress|artist|barista|carpenter|consultant|driver|editor|electrician|farmer|firefighter|gardener|hairdresser|journalist|librarian|manager|mechanic|midwife|musician|painter|paramedic|pharmacist|photographer|physicist|physiotherapist|plumber|police officer|professor|psychologist|receptionist|researcher|salesman|saleswoman|scientist|secretary|singer|social worker|soldier|surgeon|tailor|translator|waiter|waitress|welder|writer|freelancer))`;
const ILLNESS = String.raw`(?<value>asthma|diabetes|migraines?|epilepsy|insomnia|arthritis|high blood pressure|anxiety|depression|a bad back|hay fever|celiac disease|coeliac disease)`;
const THING = String.raw`(?<value>(?:\p{Ll}+ ){0,2}(?:car|bike|motorbike|motorcycle|boat|van|house|flat|apartment|guitar|piano|violin|camera|scooter|tesla|campervan))`;

/** What people say about themselves in English. The first that finds something in a sentence is taken, of each key. */
export const ENGLISH: PatternLanguage = {
  patterns: [
    {
      finds: english(
        String.raw`(?:my name(?:['’]s| is)|call me|people call me|the name['’]s)\s+(?<value>\p{Lu}[\p{L}'’-]{1,29})`,
      ),
      text: 'Is called {value}',
      key: 'name',
      category: 'personal',
      single: true,
      importance: 9,
    },
    {
      finds: english(
        String.raw`i (?:don['’]?t|do not|cannot|can['’]?t|no longer) (?:really |particularly )?(?:like|enjoy|stand|eat|drink|bear) ${VALUE}${EN_END}`,
      ),
      text: 'Does not like {value}',
      key: 'feeling about {value}',
      category: 'preference',
      single: true,
    },
    {
      finds: english(String.raw`i ${OFTEN}(?:hate|dislike|loathe|detest) ${VALUE}${EN_END}`),
      text: 'Dislikes {value}',
      key: 'feeling about {value}',
      category: 'preference',
      single: true,
    },
    {
      finds: english(
        String.raw`i ${OFTEN}(?:like|love|enjoy|adore) (?!to hear|that\b|it\b|you\b|how\b|your\b|this\b|him\b|her\b|them\b)${VALUE}${EN_END}`,
      ),
      text: 'Likes {value}',
      key: 'feeling about {value}',
      category: 'preference',
      single: true,
    },
    {
      finds: english(
        String.raw`my favou?rite (?<thing>\p{L}+(?: \p{L}+)?) (?:is|are|has always been) (?:definitely |now |still )?${VALUE}${EN_END}`,
      ),
      text: 'Favourite {thing}: {value}',
      key: 'favourite {thing}',
      category: 'preference',
      single: true,
      importance: 6,
    },
    {
      finds: english(
        String.raw`(?:i ${OFTEN}live|${I_AM} ${OFTEN}(?:living|based)|i(?:['’]ve| have)? (?:just |recently )?moved|i (?:just |recently )?relocated) (?:in|to|near) ${VALUE}(?: (?:last|this|in|on|yesterday|two|three|a|an|\d).*)?${EN_END}`,
      ),
      text: 'Lives in {value}',
      key: 'lives in',
      category: 'location',
      single: true,
      importance: 8,
    },
    {
      finds: english(
        String.raw`(?:${I_AM} ${OFTEN}from|i was born in|i grew up in|i come from) (?!\d)${VALUE}${EN_END}`,
      ),
      text: 'Is from {value}',
      key: 'comes from',
      category: 'location',
      single: true,
      importance: 7,
    },
    {
      finds: english(
        String.raw`(?:i ${OFTEN}work|${I_AM} ${OFTEN}working|i (?:just |recently )?(?:started|got a job|began)(?: (?:working|a new job|work))?) (?<as>as) ${VALUE}(?: (?:at|for|in) .*)?${EN_END}`,
      ),
      text: 'Works as {value}',
      key: 'job',
      category: 'work',
      single: true,
      importance: 7,
    },
    {
      finds: english(
        String.raw`(?:i ${OFTEN}work|${I_AM} ${OFTEN}working|i (?:just |recently )?(?:started|got a(?: new)? job|began)(?: (?:working|a new job|work))?)(?: as [^.,;]*?)? (?:at|for|in) ${VALUE}(?: (?:last|this|in|on|yesterday|next|as) .*)?${EN_END}`,
      ),
      text: 'Works at {value}',
      key: 'employer',
      category: 'work',
      single: true,
      importance: 7,
    },
    {
      finds: english(String.raw`${I_AM} ${OFTEN}an? ${JOB}(?!\p{L})`),
      text: 'Is a {value}',
      key: 'job',
      category: 'work',
      single: true,
      importance: 7,
    },
    {
      finds: english(
        String.raw`(?:i ${OFTEN}study|${I_AM} ${OFTEN}studying|i(?:['’]m| am) doing (?:a degree|a master['’]?s|a phd) in) (?!for |hard)${VALUE}(?: (?:at|in) .*)?${EN_END}`,
      ),
      text: 'Studies {value}',
      key: 'studies',
      category: 'education',
      single: true,
      importance: 6,
    },
    {
      finds: english(String.raw`${I_AM} ${OFTEN}(?:(?:severely|very|badly) )?allergic to ${VALUE}${EN_END}`),
      text: 'Is allergic to {value}',
      key: 'allergy to {value}',
      category: 'health',
      importance: 10,
    },
    {
      finds: english(
        String.raw`(?:i ${OFTEN}have|i['’]ve got|i ${OFTEN}suffer from|i was diagnosed with) (?:chronic )?${ILLNESS}`,
      ),
      text: 'Has {value}',
      key: 'has {value}',
      category: 'health',
      importance: 9,
    },
    {
      finds: english(
        String.raw`${I_AM} ${OFTEN}(?<value>vegan|vegetarian|celiac|coeliac|diabetic|lactose intolerant|pregnant|deaf|blind)(?!\p{L})`,
      ),
      text: 'Is {value}',
      key: 'is {value}',
      category: 'health',
      importance: 8,
    },
    {
      finds: english(String.raw`(?:my birthday(?:['’]s| is)(?: on)?|i was born on) ${VALUE}${EN_END}`),
      text: 'Birthday: {value}',
      key: 'birthday',
      category: 'personal',
      single: true,
      importance: 8,
    },
    {
      finds: english(
        String.raw`(?:${I_AM} (?:now )?(?<value>\d{2}) years old|i (?:just )?turned (?<turned>\d{2}))(?!\d)`,
      ),
      text: 'Is {value}{turned} years old',
      key: 'age',
      category: 'personal',
      single: true,
      importance: 6,
    },
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
  ],
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
