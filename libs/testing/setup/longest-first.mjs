// The order in which Jest takes the files. What lasts long comes first, so that no processor waits for the last of it; Jest itself knows that
// from an earlier run only, and goes by the size of a file in a fresh clone.
import Sequencer from '@jest/test-sequencer';

/** They keep a processor busy from start to end. */
const SUITE = /\.e2e-suite\.mjs$|\/import\.e2e-spec\.ts$/;
/** Programs and browsers that are started and killed: much of their time is waiting, or work of several processes at once. */
const PROGRAMS = /(?:crash|chaos|kill|roles|start-errors|\/webjs\/|standin|chat-clients|chat-example).*\.e2e-spec\.ts$/;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const suites = sorted.filter(({ path }) => SUITE.test(path));
    const programs = sorted.filter(({ path }) => PROGRAMS.test(path));
    return [
      ...alternately(programs, suites),
      ...sorted.filter((test) => !suites.includes(test) && !programs.includes(test)),
    ];
  }
}

/** One of each in turn, so that what waits runs beside what works. */
function alternately(ones, others) {
  return Array.from({ length: Math.max(ones.length, others.length) }, (_, place) => [ones[place], others[place]])
    .flat()
    .filter((test) => test !== undefined);
}
