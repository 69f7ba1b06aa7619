import { readImportArguments } from './import-arguments.js';
import { ImportClient } from './import-client.js';
import { ProgressLine } from './progress-line.js';
import { reportText } from './report-text.js';
import { runImport } from './run-import.js';
import { findSecretary } from './running-secretary.js';

try {
  const options = readImportArguments(process.argv.slice(2));
  const client = new ImportClient(await findSecretary(options.url));
  const report = await runImport(client, options, new ProgressLine(process.stderr));
  process.stdout.write(`${reportText(report)}\n`);
} catch (error) {
  process.stderr.write(`import: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
