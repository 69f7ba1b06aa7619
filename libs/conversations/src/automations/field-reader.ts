import { AppError, cleanText } from '#kernel';

/** Reads what came as JSON, and gathers everything that is wrong with it. Never repeats a value. */
export class FieldReader {
  private readonly errors: { field: string; message: string }[] = [];

  refuse(field: string, message: string): void {
    this.errors.push({ field, message });
  }

  /** @throws AppError `request.invalid` when anything was refused */
  finish(): void {
    if (this.errors.length === 0) return;
    throw new AppError('request.invalid', 'Correct the fields named in "errors" and send the request again.', {
      kind: 'invalid',
      details: { errors: this.errors.slice(0, 50) },
    });
  }

  /** The value under a key, of whatever has keys. */
  keyOf(value: unknown, key: string): unknown {
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }

  object<K extends string>(value: unknown, field: string, keys: readonly K[]): Readonly<Partial<Record<K, unknown>>> {
    if (!isObject(value)) {
      this.refuse(field, 'must be an object');
      return {} as Partial<Record<K, unknown>>;
    }
    const known: readonly string[] = keys;
    if (Object.keys(value).some((key) => !known.includes(key))) {
      this.refuse(field, `takes nothing but ${keys.join(', ')}`);
    }
    return Object.fromEntries(keys.map((key) => [key, this.keyOf(value, key)])) as Partial<Record<K, unknown>>;
  }

  list(value: unknown, field: string, { most, what }: { most: number; what: string }): readonly unknown[] {
    if (!Array.isArray(value) || value.length === 0 || value.length > most) {
      this.refuse(field, `must be a list of at least ${what}, and at most ${most}`);
      return [];
    }
    return value;
  }

  texts(value: unknown, field: string, { most, longest }: { most: number; longest: number }): readonly string[] {
    return this.list(value, field, { most, what: 'one text' }).map((text, index) =>
      this.text(text, `${field}[${index}]`, longest),
    );
  }

  text(value: unknown, field: string, longest: number): string {
    if (typeof value === 'string' && value.length <= longest && value.trim() !== '' && cleanText(value) === value) {
      return value;
    }
    this.refuse(field, `must be a text of at most ${longest} characters`);
    return '';
  }

  number(value: unknown, field: string, least: number, most: number): number {
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.refuse(field, `must be a number from ${least} to ${most}`);
    return least;
  }

  boolean(value: unknown, field: string): boolean {
    if (typeof value === 'boolean') return value;
    this.refuse(field, 'must be true or false');
    return false;
  }

  choice<T extends string>(value: unknown, field: string, choices: readonly T[], what = 'one'): T | undefined {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.refuse(field, `must be ${what} of: ${choices.join(', ')}`);
    return found;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
