import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

const LONGEST = 35;

/** A field that takes a BCP 47 tag: `es`, `pt-BR`. */
export function IsLanguage(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isLanguage',
      validator: {
        validate: (value) => typeof value === 'string' && value.length <= LONGEST && canonicalLanguage(value) !== null,
        defaultMessage: buildMessage((each) => `${each}$property must be a language tag, such as es or pt-BR`, options),
      },
    },
    options,
  );
}

/** As it is usually spelt; null when it is no tag. */
export function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
