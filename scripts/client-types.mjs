// Writes libs/client/src/api/schema.ts, the types of the REST API, from docs/openapi.json; with --check it only says whether they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './manifest.mjs';
import { exit } from './setup.mjs';

const SCHEMA = join(ROOT, 'libs/client/src/api/schema.ts');

const types = await clientTypes();
if (!process.argv.includes('--check')) writeFileSync(SCHEMA, types);
else if (types !== readFileSync(SCHEMA, 'utf8')) exit('libs/client/src/api/schema.ts is out of date: npm run openapi');

/** The types as TypeScript, formatted as the rest of the code. */
async function clientTypes() {
  const { default: openapi, astToString } = await import('openapi-typescript');
  const { format, resolveConfig } = await import('prettier');
  const description = JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8'));
  const types = astToString(await openapi(description, { alphabetize: true }));
  const text = `// Made from docs/openapi.json by \`npm run openapi\`.\n\n${types}`;
  return format(text, { ...(await resolveConfig(SCHEMA)), parser: 'typescript' });
}
