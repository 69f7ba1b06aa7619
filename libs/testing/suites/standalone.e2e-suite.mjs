import { runTogether } from '../setup/suites.mjs';

await runTogether('apps/standalone');
