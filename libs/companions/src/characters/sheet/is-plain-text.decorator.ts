import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

import { cleanText } from '#kernel';

export interface PlainTextRule {
  readonly longest: number;
  /** Whether '' will do. */
  readonly empty?: boolean;
  /** One line: no line breaks or other control characters. */
  readonly oneLine?: boolean;
}

/** A field that takes text that Postgres can hold, of at most so many characters. */
export function IsPlainText(rule: PlainTextRule, options?: ValidationOptions): PropertyDecorator {
  const { longest, empty = false, oneLine = false } = rule;
  const what = `a text of ${empty ? 0 : 1} to ${longest} characters${oneLine ? ' on one line' : ''}`;
  return ValidateBy(
    {
      name: 'isPlainText',
      validator: {
        validate: (value) =>
          typeof value === 'string' &&
          value.length <= longest &&
          (empty || value.trim() !== '') &&
          cleanText(value) === value &&
          !(oneLine && /\p{Cc}/u.test(value)),
        defaultMessage: buildMessage((each) => `${each}$property must be ${what}`, options),
      },
    },
    options,
  );
}
