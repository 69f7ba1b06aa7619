import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readSection, SecurityConfig, ServerConfig, StorageConfig, type Environment } from '#config';

import { noKey, wrongUsage } from './chat.errors.js';

export interface ChatOptions {
  /** The simulated phone, +E.164. */
  readonly phone: string;
  readonly name: string;
  /** Where the secretary listens, without a slash at the end. */
  readonly url: string;
  readonly key: string;
  /** Longest wait for the reply to piped text, in seconds. */
  readonly waitSeconds: number;
}

/** Reads the command line, and what it leaves out from the configuration. Throws `chat.usage` and `chat.no-key`. */
export function chatOptions(args: readonly string[], environment: Environment): ChatOptions {
  const given = parse(args);
  if (!/^\+\d{5,15}$/.test(given.as)) throw wrongUsage('--as takes a phone such as +34600000001.');
  if (given.url !== undefined && !URL.canParse(given.url)) throw wrongUsage('--url takes an address.');
  const waitSeconds = Number(given.wait);
  if (given.wait === '' || !(waitSeconds >= 0)) throw wrongUsage('--wait takes a number of seconds.');
  return {
    phone: given.as,
    name: given.name,
    url: (given.url ?? localAddress(environment)).replace(/\/+$/, ''),
    key: given.key ?? readKey(environment),
    waitSeconds,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        as: { type: 'string', default: '+34600000001' },
        name: { type: 'string', default: 'Guest' },
        url: { type: 'string' },
        key: { type: 'string' },
        wait: { type: 'string', default: '15' },
      },
    }).values;
  } catch (error) {
    throw wrongUsage(error instanceof Error ? `${error.message.split('. ')[0]}.` : '');
  }
}

function localAddress(environment: Environment): string {
  const { host, port } = readSection(ServerConfig, environment);
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function readKey(environment: Environment): string {
  const { adminApiKey } = readSection(SecurityConfig, environment);
  if (adminApiKey) return adminApiKey;
  const path = join(readSection(StorageConfig, environment).dataDir, 'admin-api-key');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw noKey(path);
  }
}
