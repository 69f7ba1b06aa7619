// `npm run docs:config`: writes .env.example and the README's table from the config classes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './manifest.mjs';
import { setUp } from './setup.mjs';

setUp();
const { envExample, withConfigTable } = await import('../dist/libs/config/src/index.js');
const readme = join(ROOT, 'README.md');
writeFileSync(join(ROOT, '.env.example'), envExample());
writeFileSync(readme, withConfigTable(readFileSync(readme, 'utf8')));
