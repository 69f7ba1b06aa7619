/** The command line in one line. */
export const USAGE = 'npm run chat -- --as +34600000001 --name Guest [--url URL] [--key KEY] [--wait SECONDS]';

/** What `--help` prints. */
export const HELP = `Usage: ${USAGE}

Talks to the running secretary as a simulated phone. With a pipe it sends each line and prints the replies.

  --as    the phone, +34600000001 when left out
  --name  what the phone calls itself, Guest when left out
  --url   where the secretary listens; as HOST and PORT say when left out
  --key   an API key; ADMIN_API_KEY, or that of DATA_DIR/admin-api-key when left out
  --wait  seconds until a missing reply is explained, 15 when left out

In a terminal, /quit or Ctrl-C ends it.`;

/** Whether somebody asks how to call the program. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}
