import { classify } from '../../src/safety/classify/classify.js';
import { DANGERS } from '../../src/safety/classify/danger-rules.js';
import type { LabelledLines, LineLabel } from './labelled-lines.js';

/** Shares, 0-1: how many of the lines of a class are found, and how many of those found are of it. */
export interface Figures {
  readonly recall: number;
  readonly precision: number;
  readonly lines: number;
}

export interface Measured {
  readonly figures: Readonly<Record<string, Figures>>;
  /** Lines that were taken for something else, for whoever works on the rules. */
  readonly wrong: readonly string[];
}

interface Judged {
  readonly label: LineLabel;
  readonly text: string;
  readonly found: readonly string[];
}

const BANDS = ['romance', 'suggestive', 'explicit'] as const;
/** What a line of one class may rightly be taken for, too. */
const ALSO: Readonly<Partial<Record<LineLabel, readonly string[]>>> = {
  abuse: ['violence'],
  violence: ['abuse', 'threat'],
  'self-harm': ['medical'],
  medical: ['self-harm'],
  forbidden: ['minor', 'suggestive', 'explicit'],
};

/** Precision and recall of each class, and of danger as such, whichever it is. */
export function measure(
  lines: LabelledLines,
  languages: readonly ('en' | 'es' | 'other')[] = ['en', 'es', 'other'],
): Measured {
  const judged = (Object.keys(lines) as LineLabel[]).flatMap((label) =>
    languages.flatMap((language) => lines[label][language].map((text) => ({ label, text, found: foundIn(text) }))),
  );
  const classes = [...DANGERS, 'danger', 'minor', 'forbidden', ...BANDS];
  return {
    figures: Object.fromEntries(classes.map((name) => [name, figuresOf(name, judged)])),
    wrong: judged
      .filter(isWrong)
      .map(({ label, text, found }) => `${label} -> ${found.join(',') || 'nothing'}: ${text}`),
  };
}

function foundIn(text: string): readonly string[] {
  const { nsfwLevel, dangers, age, forbidden } = classify(text);
  const band = nsfwLevel >= 7 ? ['explicit'] : nsfwLevel >= 4 ? ['suggestive'] : nsfwLevel >= 2 ? ['romance'] : [];
  return [
    ...dangers.map(({ kind }) => kind),
    ...(dangers.length > 0 ? ['danger'] : []),
    ...(age?.kind === 'minor' ? ['minor'] : []),
    ...(forbidden ? ['forbidden'] : []),
    ...band,
  ];
}

function figuresOf(name: string, judged: readonly Judged[]): Figures {
  const meant = ({ label }: Judged) => label === name || (name === 'danger' && isDanger(label));
  const wanted = judged.filter(meant);
  const given = judged.filter(({ found }) => found.includes(name));
  const right = given.filter((line) => meant(line) || (ALSO[line.label]?.includes(name) ?? false));
  return {
    recall: share(wanted.filter(({ found }) => found.includes(name)).length, wanted.length),
    precision: share(right.length, given.length),
    lines: wanted.length,
  };
}

function isWrong({ label, found }: Judged): boolean {
  return label === 'harmless' ? found.length > 0 : !found.includes(label);
}

function isDanger(label: LineLabel): boolean {
  return (DANGERS as readonly string[]).includes(label);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 1_000) / 1_000;
}
