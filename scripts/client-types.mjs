// Writes libs/client/src/api/schema.ts, the types of the REST API, from docs/openapi.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ROOT } from './manifest.mjs';

export const SCHEMA = join(ROOT, 'libs/client/src/api/schema.ts');

/** The types as TypeScript, formatted as the rest of the code. */
export async function clientTypes() {
  const { default: openapi, astToString } = await import('openapi-typescript');
  const { format, resolveConfig } = await import('prettier');
  const description = JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8'));
  const types = astToString(await openapi(description, { alphabetize: true }));
  const text = `// Made from docs/openapi.json by \`npm run openapi\`.\n\n${types}`;
  return format(text, { ...(await resolveConfig(SCHEMA)), parser: 'typescript' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(SCHEMA, await clientTypes());
