import { readFileSync } from 'node:fs';

import 'reflect-metadata';

import { configTable, withConfigTable } from './config-table.js';
import { envExample } from './env-example.js';
import { CONFIG_SECTIONS } from './load-config.js';
import { variablesOf } from './variable.js';

const HOW = 'run `npm run docs:config` and commit what it writes';
const ROOT = `${import.meta.dirname}/../../..`;

describe('the documents of the configuration', () => {
  it(`are as the config classes say: otherwise ${HOW}`, () => {
    expect(readFileSync(`${ROOT}/.env.example`, 'utf8')).toBe(envExample());
    const readme = readFileSync(`${ROOT}/README.md`, 'utf8');
    expect(readme).toContain('<!-- config -->');
    expect(readme).toBe(withConfigTable(readme));
  });

  it('name every variable, and show no secret even when it has a default', () => {
    for (const { name, secret } of CONFIG_SECTIONS.flatMap((section) => variablesOf(section))) {
      expect(envExample()).toMatch(new RegExp(`^#${name}=${secret ? '$' : ''}`, 'm'));
      expect(configTable()).toMatch(new RegExp(`^\\| \`${name}\` +\\|${secret ? ' +\\|' : ''}`, 'm'));
    }
  });

  it('renew the table between the markers and nothing else', () => {
    const renewed = withConfigTable('before\n\n<!-- config -->\n\nold\n\n<!-- /config -->\n\nafter\n');
    expect(renewed).toBe(`before\n\n<!-- config -->\n\n${configTable()}\n\n<!-- /config -->\n\nafter\n`);
    expect(withConfigTable('no markers')).toBe('no markers');
  });
});
