import { parseArgs } from 'node:util';

export interface ImportArguments {
  readonly file: string;
  readonly me: string;
  readonly zone?: string;
  readonly chat?: string;
  readonly dateOrder?: string;
  readonly url?: string;
}

export const USAGE =
  'npm run import -- FILE --me "My name" [--zone Europe/Madrid] [--chat +34600000001] [--date-order dmy|mdy|ymd] [--url http://127.0.0.1:8001]';

/** Reads the command line. Throws an Error that says how to call it. */
export function readImportArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parse(args);
  const [file, ...others] = positionals;
  if (!file || others.length > 0 || !values.me) throw new Error(`Call it like this: ${USAGE}`);
  return {
    file,
    me: values.me,
    zone: values.zone,
    chat: values.chat,
    dateOrder: values['date-order'],
    url: values.url,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { me: text, zone: text, chat: text, 'date-order': text, url: text },
    });
  } catch {
    throw new Error(`Call it like this: ${USAGE}`);
  }
}
