import { EN_END, english, type Pattern, VALUE } from './pattern.js';

const I_AM = String.raw`(?:i['’]m|i am|i['’]ve been|i have been)`;
const OFTEN = String.raw`(?:(?:really|absolutely|still|just|now|currently|also|actually|totally|always|do|both|mostly|originally) )*`;
const JOB = String.raw`(?<value>(?:\p{Ll}+ ){0,2}(?:nurse|chef|cook|nanny|judge|pilot|vet|student|lawyer|plumber|baker|teacher|doctor|dentist|engineer|designer|developer|programmer|architect|accountant|actor|actress|artist|barista|carpenter|consultant|driver|editor|electrician|farmer|firefighter|gardener|hairdresser|journalist|librarian|manager|mechanic|midwife|musician|painter|paramedic|pharmacist|photographer|physicist|physiotherapist|plumber|police officer|professor|psychologist|receptionist|researcher|salesman|saleswoman|scientist|secretary|singer|social worker|soldier|surgeon|tailor|translator|waiter|waitress|welder|writer|freelancer))`;
const ILLNESS = String.raw`(?<value>asthma|diabetes|migraines?|epilepsy|insomnia|arthritis|high blood pressure|anxiety|depression|a bad back|hay fever|celiac disease|coeliac disease)`;

/** What people say of themselves in English: who they are, what they like, where they live, what they do. */
export const ENGLISH_SELF: readonly Pattern[] = [
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
      String.raw`i (?:don['’]?t|do not|cannot|can['’]?t|no longer) (?:really |ever )?(?<verb>eat|drink) ${VALUE}${EN_END}`,
    ),
    text: 'Does not {verb} {value}',
    key: '{verb}s {value}',
    category: 'preference',
    single: true,
    importance: 6,
  },
  {
    finds: english(
      String.raw`i (?:don['’]?t|do not|cannot|can['’]?t|no longer) (?:really |particularly )?(?:like|enjoy|stand|bear) ${VALUE}${EN_END}`,
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
    finds: english(String.raw`(?:${I_AM} ${OFTEN}from|i was born in|i grew up in|i come from) (?!\d)${VALUE}${EN_END}`),
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
];
