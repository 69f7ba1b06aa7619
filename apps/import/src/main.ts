import { askDateOrder } from './ask-date-order.js';
import { asksForHelp, HELP, readImportArguments } from './import-arguments.js';
import { ImportClient } from './import-client.js';
import { ProgressLine } from './progress-line.js';
import { reportText } from './report-text.js';
import { runImport } from './run-import.js';
import { findSecretary } from './running-secretary.js';

const args = process.argv.slice(2);
try {
  process.stdout.write(`${asksForHelp(args) ? HELP : await report(args)}\n`);
} catch (error) {
  process.stderr.write(`import: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function report(args: readonly string[]): Promise<string> {
  const options = readImportArguments(args);
  const client = new ImportClient(await findSecretary(options.url));
  const terminal = { input: process.stdin, output: process.stderr };
  const choose = (guess: string) => askDateOrder(guess, terminal);
  return reportText(await runImport(client, options, new ProgressLine(process.stderr), choose));
}
