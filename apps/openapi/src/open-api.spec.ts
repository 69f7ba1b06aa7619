import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '#kernel';
import { problemOf } from '#security';

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

it('describes a refusal as it is answered', async () => {
  const { components } = await describeApi();
  const { properties = {}, required } = components?.schemas?.Problem as {
    readonly properties?: object;
    readonly required?: readonly string[];
  };
  const invalid = new AppError('a.b', 'Do this.', {
    ...{ kind: 'invalid', details: { errors: [{ field: 'a', message: 'b' }], limit: 3 } },
  });
  const [refused, failed] = [problemOf(invalid, 'id'), problemOf(new Error('x'), 'id')];
  expect(new Set(Object.keys({ ...refused, ...failed }))).toEqual(new Set(Object.keys(properties)));
  expect(Object.keys(failed)).toEqual(expect.arrayContaining([...(required ?? [])]));
});

it('is the API that docs/openapi.json describes; if not, run `npm run openapi`', async () => {
  expect(openApiText(await describeApi())).toBe(await readFile(FILE, 'utf8'));
});
