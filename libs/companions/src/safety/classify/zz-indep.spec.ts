import { readFileSync } from 'node:fs';
import { classify } from './classify.js';
it('x', () => {
  for (const f of ['/tmp/s6/indep1.txt', '/tmp/s6/indep2.txt', '/tmp/s6/third-pos.txt', '/tmp/s6/fourth.txt']) {
    const lines = readFileSync(f, 'utf8').split('\n').filter(Boolean);
    const missed = lines.filter((l) => classify(l).dangers.length === 0);
    process.stdout.write(`${f} ${1 - missed.length / lines.length} of ${lines.length}\n  ${missed.join('\n  ')}\n`);
  }
});
