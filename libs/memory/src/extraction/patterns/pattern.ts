import type { MemoryCategory } from '../../facts/memory-category.js';

/** One way to say something about oneself. Text and key are filled with what its named groups found: "{value}". */
export interface Pattern {
  readonly finds: RegExp;
  readonly text: string;
  readonly key: string;
  readonly category: MemoryCategory;
  /** Of its key one is true at a time. */
  readonly single?: boolean;
  /** 1-10; default 5. */
  readonly importance?: number;
  /** Only when a time is named. */
  readonly timed?: boolean;
}

/** One way to say that something is over: the memory it ends holds `ends` and, when there is one, what `value` found. */
export interface Ending {
  readonly finds: RegExp;
  readonly text: string;
  readonly ends: RegExp;
}

/** Everything of one language. */
export interface PatternLanguage {
  readonly patterns: readonly Pattern[];
  readonly endings: readonly Ending[];
  /** "no, I meant Tuesday": the value is what was meant. */
  readonly corrections: readonly RegExp[];
}

/** What stands in a pattern for the thing itself: up to the end of its clause. */
export const VALUE = String.raw`(?<value>[^\s.,;:!?¿¡()][^.,;:!?¿¡()\n]{0,70}?)`;
/** The clause ends, or another one begins. */
export const EN_END = String.raw`(?=$|[.,;:!?()\n]| and (?:(?:now|then|also) )?(?:i|my|we|it|he|she|the|hates?|dislikes?|detest|loathe|avoid|never|no longer|not|don['’]?t|do not|can['’]?t|cannot)\b| but\b| because\b| since\b| so\b| which\b| who\b| when\b| while\b| although\b| with my\b| these days| now\b| too\b| a lot\b| so much\b| very much\b| for (?:a|the|two|three|four|five|six|seven|eight|nine|ten|\d)| any ?more\b| as well\b| again\b| at the moment| right now)`;
export const ES_END = String.raw`(?=$|[.,;:!?()\n]| y (?:(?:ahora|también|ya) )?(?:mi|mis|yo|me|tengo|vivo|soy|trabajo|estudio|odio|detesto|evito|la|el|él|ella|no|nunca)\b| pero\b| porque\b| desde\b| así que\b| cuando\b| aunque\b| ahora\b| también| mucho\b| muchísimo\b| con mi\b| hace\b| otra vez| últimamente| de momento)`;

/** "I don't" and "ya no" before what would be told make it the contrary. */
export function english(pattern: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?<!(?<!\p{L})(?:don['’]?t|do not|never|no longer) )${pattern}`, 'iu');
}

export function spanish(pattern: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?<!(?<!\p{L})(?:no|nunca|jamás|tampoco) )${pattern}`, 'iu');
}
