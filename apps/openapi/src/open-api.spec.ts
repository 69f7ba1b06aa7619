import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describeApi } from './describe-api.js';
import { openApiText } from './open-api-text.js';

const FILE = join(import.meta.dirname, '../../../docs/openapi.json');

it('is the API that docs/openapi.json describes; if not, run `npm run openapi`', async () => {
  expect(openApiText(await describeApi())).toBe(await readFile(FILE, 'utf8'));
});
