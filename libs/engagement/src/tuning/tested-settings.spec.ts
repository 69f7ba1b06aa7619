import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { loadConfig, ProactiveConfig } from '#config';

import { policyOf } from './policy-of.js';
import { SETTINGS } from './setting-fields.js';

const LIB = join(import.meta.dirname, '..');
const SPECS = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('spec.ts') && basename(file) !== basename(import.meta.filename))
  .map((file) => readFileSync(join(LIB, file), 'utf8'));
const DEFAULTS = loadConfig({}).get(ProactiveConfig) as ProactiveConfig;

describe('a test names', () => {
  it.each(SETTINGS.map((setting): [string, (typeof SETTINGS)[number]] => [setting.name, setting]))(
    '%s',
    (name, setting) => {
      // One word alone may mean anything.
      const own = [name, setting.field, ...inPolicy(setting)].filter((word) => /[A-Z_]/.test(word));
      const said = new RegExp(`\\b(?:${[`PROACTIVE_${name.toUpperCase()}`, ...own].join('|')})\\b`);
      expect(SPECS.some((spec) => said.test(spec))).toBe(true);
    },
  );
});

/** What the setting is called where it decides: the parts of the policy that change with it. */
function inPolicy({ field, type }: (typeof SETTINGS)[number]): string[] {
  const other = { number: 7, boolean: !DEFAULTS[field], string: '01:00-02:00', list: '' }[type];
  const before = Object.entries(policyOf(DEFAULTS, 'UTC'));
  const after = new Map<string, unknown>(Object.entries(policyOf({ ...DEFAULTS, [field]: other }, 'UTC')));
  return before.flatMap(([part, value]) => (JSON.stringify(after.get(part)) === JSON.stringify(value) ? [] : [part]));
}
