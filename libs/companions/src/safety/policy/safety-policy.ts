import type { Danger } from '../classify/danger-rules.js';

/** How far the operator lets talk go with adults: `off` nothing sexual, `soften` suggestive at most, `allow` all that is not forbidden. */
export type NsfwPolicy = 'off' | 'soften' | 'allow';
/** Whether the person is an adult, as far as is known. */
export type Adulthood = 'confirmed' | 'unknown' | 'minor';
/** What a character is made for. */
export type Maturity = 'general' | 'mature';

export interface PolicyQuestion {
  readonly character: {
    /** In years. */
    readonly age: number;
    readonly maturity: Maturity;
  };
  readonly person: { readonly adult: Adulthood };
  readonly operator: NsfwPolicy;
  /** Of the text, 0-10. */
  readonly level: number;
  readonly flags: {
    /** Sexual, with or about somebody under age. */
    readonly forbidden: boolean;
    /** The surest first. */
    readonly dangers: readonly Danger[];
  };
}

export type SafetyAction = 'answer' | 'soften' | 'decline' | 'hand-over' | 'care';

export interface PolicyDecision {
  readonly action: SafetyAction;
  /** A stable code. */
  readonly reason: string;
  /** The highest level that an answer may have, 0-10. */
  readonly ceiling: number;
}

type Audience = 'child' | 'unknown' | 'adult-off' | 'adult-general' | 'adult-soften' | 'adult-allow';

/** Up to which level what is done; the first row that fits counts. */
interface Row extends PolicyDecision {
  readonly upTo: number;
}

const ADULT_AGE = 18;
const HIGHEST = 10;
/** Romance, and no more. */
export const TENDER = 3;
const SUGGESTIVE = 6;
/** Above this is what no adult gets either. */
const EXPLICIT = 9;

/** Who is not known to be an adult, and whoever is not to be spoken to so, is led away from it first, and told no then. */
function tender(reason: string): readonly Row[] {
  return [
    { upTo: TENDER, action: 'answer', reason: 'fine', ceiling: TENDER },
    { upTo: 5, action: 'soften', reason, ceiling: TENDER },
    { upTo: HIGHEST, action: 'decline', reason, ceiling: TENDER },
  ];
}

const TABLE: Readonly<Record<Audience, readonly Row[]>> = {
  child: [
    { upTo: 1, action: 'answer', reason: 'fine', ceiling: 2 },
    { upTo: TENDER, action: 'soften', reason: 'minor', ceiling: 2 },
    { upTo: HIGHEST, action: 'decline', reason: 'minor', ceiling: 2 },
  ],
  unknown: tender('adult-unknown'),
  'adult-off': tender('policy-off'),
  'adult-general': tender('character-general'),
  'adult-soften': [
    { upTo: SUGGESTIVE, action: 'answer', reason: 'fine', ceiling: SUGGESTIVE },
    { upTo: EXPLICIT, action: 'soften', reason: 'policy-soften', ceiling: SUGGESTIVE },
    { upTo: HIGHEST, action: 'decline', reason: 'never', ceiling: SUGGESTIVE },
  ],
  'adult-allow': [
    { upTo: EXPLICIT, action: 'answer', reason: 'fine', ceiling: EXPLICIT },
    { upTo: HIGHEST, action: 'decline', reason: 'never', ceiling: EXPLICIT },
  ],
};

/** What becomes of a text. Somebody in danger comes before everything else, and a minor before what the operator allows. */
export function safetyPolicy(question: PolicyQuestion): PolicyDecision {
  const { level, flags } = question;
  const audience = audienceOf(question);
  const [danger] = flags.dangers;
  if (danger) {
    return { action: danger === 'threat' ? 'hand-over' : 'care', reason: `danger:${danger}`, ceiling: 1 };
  }
  if (flags.forbidden) return { action: 'decline', reason: 'forbidden', ceiling: 2 };
  if (question.character.maturity === 'mature' && question.person.adult === 'minor') {
    return { action: 'decline', reason: 'adults-only', ceiling: 2 };
  }
  const row = TABLE[audience].find(({ upTo }) => level <= upTo);
  // A level that is no number fits no row: nothing is let through then.
  if (!row) return { action: 'decline', reason: 'level-unknown', ceiling: 2 };
  return { action: row.action, reason: row.reason, ceiling: row.ceiling };
}

function audienceOf({ character, person, operator }: PolicyQuestion): Audience {
  if (!(character.age >= ADULT_AGE) || person.adult === 'minor') return 'child';
  if (person.adult !== 'confirmed') return 'unknown';
  if (operator === 'off') return 'adult-off';
  if (character.maturity !== 'mature') return 'adult-general';
  return operator === 'allow' ? 'adult-allow' : 'adult-soften';
}
