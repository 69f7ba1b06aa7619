import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { AutonomyConfig, variablesOf } from '#config';

const ROOT = join(import.meta.dirname, '../../../..');
const SPECS = ['libs/autonomy/src', 'apps/standalone/test'].flatMap((place) =>
  readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('spec.ts') && basename(file) !== basename(import.meta.filename))
    .map((file) => readFileSync(join(ROOT, place, file), 'utf8')),
);

describe('a test sets', () => {
  it.each(variablesOf(AutonomyConfig).map(({ name }) => name))('%s', (name) => {
    expect(SPECS.some((spec) => new RegExp(`\\b${name}\\b`).test(spec))).toBe(true);
  });
});
