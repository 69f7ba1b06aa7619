import { parseArgs } from 'node:util';

export interface ImportArguments {
  readonly file: string;
  readonly me: string;
  readonly zone?: string;
  readonly chat?: string;
  readonly dateOrder?: string;
  /** Store it beside what was imported into its chat before, though hardly any of that is in the file. */
  readonly add?: boolean;
  readonly url?: string;
}

const USAGE =
  'npm run import -- FILE --me "My name" [--zone Europe/Madrid] [--chat +34600000001] [--date-order dmy|mdy|ymd] [--add] [--url http://127.0.0.1:8001]';

/** What `--help` prints. */
export const HELP = `Usage: ${USAGE}

Imports a chat that WhatsApp exported ("Export chat", .txt or .zip) into the running secretary. The same file again doubles nothing.

  --me          your own name as it stands in the chat
  --zone        time zone of the phone that exported; this terminal's when left out
  --chat        phone or id of the chat, or a name for it; told from the file when left out
  --date-order  dmy (day/month/year), mdy or ymd; told from the file when left out
  --add         store it beside what was imported into this chat before, though hardly any of it is in this file
  --url         where the secretary listens; as HOST and PORT say when left out

The key is that of ADMIN_API_KEY, or of DATA_DIR/admin-api-key.`;

/** Whether somebody asks how to call the program. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

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
    add: values.add,
    url: values.url,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { me: text, zone: text, chat: text, 'date-order': text, add: { type: 'boolean' }, url: text },
    });
  } catch {
    throw new Error(`Call it like this: ${USAGE}`);
  }
}
