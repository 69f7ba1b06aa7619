import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describeApi } from './describe-api.js';
import { openApiText } from './open-api-text.js';

const FILE = join(import.meta.dirname, '../../../docs/openapi.json');

/** Tags whose routes list, read and change plain records: address and schemas say it all. */
const PLAIN = ['accounts', 'chats', 'messages', 'outbox'];

it('says of every route what it does', async () => {
  const { paths } = await describeApi();
  const silent = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, { readonly summary?: string; readonly tags?: readonly string[] }>)
      .filter(([, { summary, tags }]) => !summary && !tags?.some((tag) => PLAIN.includes(tag)))
      .map(([method]) => `${method} ${path}`),
  );
  expect(silent).toEqual([]);
});

it('is the API that docs/openapi.json describes; if not, run `npm run openapi`', async () => {
  expect(openApiText(await describeApi())).toBe(await readFile(FILE, 'utf8'));
});
