import { runTogether } from '../setup/suites.mjs';

await runTogether('libs/security');
