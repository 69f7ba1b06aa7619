// `npm run check`: format, lint, types and floors, at the same time. What one of them says is shown when it has ended.
import { spawn } from 'node:child_process';

import { ROOT } from './manifest.mjs';

const CHECKS = ['check:lint', 'check:types', 'check:format', 'check:floors'];

const failed = (await Promise.all(CHECKS.map(run))).filter((name) => name !== null);
if (failed.length > 0) process.stderr.write(`Failed: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Answers its name when it failed, else null. */
function run(name) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (error) => (output += `${error.message}\n`));
    child.once('close', (code) => {
      process.stdout.write(`${output}${name}: ${code === 0 ? 'ok' : 'failed'}\n`);
      resolve(code === 0 ? null : name);
    });
  });
}
