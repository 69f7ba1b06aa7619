import { seeded } from '../planning/seeded.js';
import { fillTemplate, slotsOf, type SlotValues } from './template-slots.js';
import type { Scenario, Template } from './template.js';

/** What a template is chosen by. */
export interface TemplateWish {
  /** Those that suit, the most fitting first. */
  readonly scenarios: readonly Scenario[];
  readonly values: SlotValues;
  /** Templates of this tone come first. */
  readonly tone: string | null;
  /** Ids of those that this person got last, the latest first. */
  readonly used: readonly string[];
  /** Contact and day: the choice is always the same for the same. */
  readonly seed: string;
}

export interface FilledTemplate {
  readonly template: Template;
  readonly text: string;
}

/** Nobody reads one of so many of the last ones again. */
const NEVER_AGAIN_WITHIN = 3;

/**
 * The templates that may be used, filled, the best first: what was not read lately before the others, what is remembered before what anybody
 * would say, the more fitting scenario before the other; then by chance.
 */
export function templateChoices(
  templates: readonly Template[],
  { scenarios, values, tone, used, seed }: TemplateWish,
): readonly FilledTemplate[] {
  return templates
    .filter(({ id, enabled, scenario }) => enabled && scenarios.includes(scenario) && !lately(id, used))
    .flatMap((template) => {
      const text = fillTemplate(template.text, values);
      const rank = [
        used.includes(template.id) ? used.length - used.indexOf(template.id) : 0,
        tone !== null && template.tone === tone ? 0 : 1,
        isPersonal(template) ? 0 : 1,
        template.scenario === 'low-mood' ? 0 : 1,
        seeded(`${seed}:${template.id}`),
      ];
      return text === null ? [] : [{ template, text, rank }];
    })
    .sort((a, b) => firstDifference(a.rank, b.rank));
}

function lately(id: string, used: readonly string[]): boolean {
  return used.slice(0, NEVER_AGAIN_WITHIN).includes(id);
}

/** Says something of what is remembered, not only a name. */
function isPersonal({ text, type }: Template): boolean {
  return type === 'memory_reminder' && slotsOf(text).some((slot) => slot !== 'name');
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, at) => value !== b[at]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
