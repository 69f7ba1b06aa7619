import { createInterface } from 'node:readline';

import { StandIn } from '../stand-in.js';
import { helpText, runPhoneCommand } from './phone-commands.js';
import { seenLine } from './seen-line.js';

const standIn = await StandIn.start({ port: Number(process.argv[2] ?? 0) });
const args = standIn.chromiumArgs.map((argument) => argument.replaceAll(' ', '\\ ')).join(' ');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

say(`A stand-in of WhatsApp is there, on port ${standIn.port}. Start the secretary against it in another terminal:

  WHATSAPP_CONNECTOR=webjs CHROMIUM_ARGS='${args}' npm start

Then type scan, and write to it as anybody. Ctrl-C ends it.

${helpText()}
`);
standIn.watch((seen) => say(seenLine(seen)));
const input = createInterface({ input: process.stdin, prompt: '' });
input.on('line', (line) => {
  void runPhoneCommand(standIn, line).then((answer) => answer !== undefined && say(answer));
});
// A terminal that is closed ends it; a script without one has nothing to say, and leaves it running.
if (process.stdin.isTTY) input.on('close', end);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);

function end(): void {
  input.close();
  void standIn.close().then(() => process.exit(0));
}
