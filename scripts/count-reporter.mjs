// A Jest reporter that leaves the counts of a run in the file which SECRETARY_TEST_COUNTS names, for scripts/test.mjs.
import { writeFileSync } from 'node:fs';

export default class CountReporter {
  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      // A file of tests that could not even be loaded counts as one that failed.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(process.env.SECRETARY_TEST_COUNTS, JSON.stringify(counts));
  }
}
