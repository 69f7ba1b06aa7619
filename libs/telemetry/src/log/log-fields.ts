/** What may stand in a log line: ids, names of states and numbers. Never a message body, a key or a whole object. */
export type LogValue = string | number | boolean | bigint | null | undefined;

/**
 * The fields of one log line, checked by type: each is a `LogValue`, and `err` takes whatever was thrown
 * (`describeError` makes it safe). Without a type argument: fields whose names are not known.
 */
export type LogFields<F = Record<string, LogValue>> = {
  readonly [Name in keyof F]: Name extends 'err' ? unknown : LogValue;
};
