/** How fetch names what it did not understand, and a connection that was closed on it. */
const SPOKE = /^(HPE_\w+|UND_ERR_SOCKET|ECONNRESET)$/;

/** Where the secretary speaks of fields, and whoever sits here needs an option. */
const IN_WORDS_OF_THE_COMMAND: Readonly<Record<string, string>> = {
  'import.would-double':
    'Messages were imported into this chat before, and most of them are not in this file as it is read now, so that they would be doubled. Give --zone and --date-order as then; or --add when the file is another part of the chat.',
};

/** The secretary's own words about what it refuses, which are made to be shown. */
export interface Problem {
  readonly code: string;
  readonly detail: string;
  /** How the dates look, when the file leaves it open. */
  readonly guess?: string;
}

/** An import that the secretary refused; its `code` is for programs. */
export class ImportRefused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** Everything that the secretary refuses, it refuses in this form; undefined for anybody else's answer. */
export async function problemOf(response: Response): Promise<Problem | undefined> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return undefined;
  const { code, detail, details } = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || typeof detail !== 'string') return undefined;
  return { code, detail, guess: (details as { readonly guess?: string } | undefined)?.guess };
}

export function refusal(url: string, status: number, problem: Problem | undefined): Error {
  if (!problem) return notSecretary(url);
  if (status === 401) {
    return new Error(`The secretary at ${url} does not take this key: set ADMIN_API_KEY to its own.`);
  }
  return new ImportRefused({ ...problem, detail: IN_WORDS_OF_THE_COMMAND[problem.code] ?? problem.detail });
}

/** @param cause what fetch threw */
export function unreachable(url: string, cause: unknown): Error {
  const { code } = (cause as { readonly cause?: { readonly code?: unknown } }).cause ?? {};
  if (SPOKE.test(String(code))) return notSecretary(url, cause);
  return new Error(`Nothing answers at ${url}: start the secretary with npm start, or give its address with --url.`, {
    cause,
  });
}

export function notSecretary(url: string, cause?: unknown): Error {
  return new Error(
    `What listens at ${url} does not answer like this program: give the address of the secretary with --url.`,
    { cause },
  );
}
