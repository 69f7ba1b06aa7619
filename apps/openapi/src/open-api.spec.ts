import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describeApi } from './describe-api.js';
import { openApiText } from './open-api-text.js';

const FILE = join(import.meta.dirname, '../../../docs/openapi.json');

it('says of every route what it does', async () => {
  const { paths } = await describeApi();
  const silent = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, { readonly summary?: string }>)
      .filter(([, { summary }]) => !summary)
      .map(([method]) => `${method} ${path}`),
  );
  expect(silent).toEqual([]);
});

it('is the API that docs/openapi.json describes; if not, run `npm run openapi`', async () => {
  expect(openApiText(await describeApi())).toBe(await readFile(FILE, 'utf8'));
});
