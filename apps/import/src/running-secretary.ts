import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { processEnvironment, readSection, SecurityConfig, ServerConfig, StorageConfig } from '#config';

/** Where the secretary of this machine listens, and the key that it takes. */
export interface RunningSecretary {
  readonly url: string;
  readonly key: string;
}

/** Looks both up in the settings; `url` wins over the address there. Throws an Error that says what to do. */
export async function findSecretary(url?: string): Promise<RunningSecretary> {
  const environment = processEnvironment();
  const { host, port } = readSection(ServerConfig, environment);
  return { url: (url ?? `http://${host}:${port}`).replace(/\/+$/, ''), key: await readKey(environment) };
}

async function readKey(environment: ReturnType<typeof processEnvironment>): Promise<string> {
  const { adminApiKey } = readSection(SecurityConfig, environment);
  if (adminApiKey) return adminApiKey;
  const path = join(readSection(StorageConfig, environment).dataDir, 'admin-api-key');
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    throw new Error(
      `Start the secretary once with npm start, or set ADMIN_API_KEY: there is no key to read in ${path}.`,
    );
  }
}
