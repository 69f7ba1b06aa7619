// The order in which Jest takes the files. What lasts long comes first, so that no processor waits for the last of it; Jest itself knows that
// from an earlier run only, and goes by the size of a file in a fresh clone.
import Sequencer from '@jest/test-sequencer';

/** Whole suites, and programs and browsers that are started and killed. */
const LONG = /\.e2e-suite\.mjs$|crash|chaos|kill|roles|start-errors|\/webjs\/|standin|streaming/;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => LONG.test(path) && !path.endsWith('.spec.ts');
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
