import { validateSync } from 'class-validator';

import { invalidConfig, type ConfigProblem } from './config.errors.js';
import { variablesOf, type SectionClass, type Variable } from './variable.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A section as the environment fills it, and what is wrong with it. Only a section without problems may be used. */
export interface SectionDraft<T extends object> {
  readonly section: T;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Fills a section from the environment. An empty value counts as not set. Throws `config.invalid` with every wrong
 * variable at once.
 */
export function readSection<T extends object>(section: SectionClass<T>, environment: Environment): T {
  const draft = draftSection(section, environment);
  if (draft.problems.length > 0) throw invalidConfig(draft.problems);
  return draft.section;
}

/** As `readSection`, but leaves the problems to the caller, who may have more sections to look at. */
export function draftSection<T extends object>(section: SectionClass<T>, environment: Environment): SectionDraft<T> {
  const instance = new section();
  const variables = variablesOf(section);
  for (const variable of variables) {
    const text = environment[variable.name]?.trim() || variable.default;
    if (text !== undefined) Object.assign(instance, { [variable.field]: parse(variable, text) });
  }
  return { section: instance, problems: problemsOf(instance, variables) };
}

function parse({ type }: Variable, text: string): unknown {
  switch (type) {
    case 'number':
      return Number(text);
    case 'boolean':
      return parseBoolean(text);
    case 'list':
      return text
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
    case 'string':
      return text;
  }
}

/** Python's `True` and `False` of the source documents are welcome, too. What is neither stays text and fails validation. */
function parseBoolean(text: string): boolean | string {
  switch (text.toLowerCase()) {
    case 'true':
    case '1':
    case 'yes':
    case 'on':
      return true;
    case 'false':
    case '0':
    case 'no':
    case 'off':
      return false;
    default:
      return text;
  }
}

/** What is wrong with the values of a section, however they came there. */
export function problemsOf(instance: object, variables: readonly Variable[]): ConfigProblem[] {
  return validateSync(instance, { forbidUnknownValues: false, validationError: { value: false } }).flatMap((error) => {
    const variable = variables.find(({ field }) => field === error.property);
    if (!variable) return [];
    const takes = Object.values(error.constraints ?? {})
      .map((text) => text.replace(`${error.property} `, ''))
      .join(', ');
    return [{ variable: variable.name, takes: `${takes} (${variable.about})` }];
  });
}
