import { writeFile } from 'node:fs/promises';

import { describeApi } from './describe-api.js';
import { openApiText } from './open-api-text.js';

const FILE = 'docs/openapi.json';

await writeFile(FILE, openApiText(await describeApi()));
process.stdout.write(`Wrote ${FILE}.\n`);
