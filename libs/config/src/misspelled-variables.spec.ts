import 'reflect-metadata';

import { misspelledVariables } from './misspelled-variables.js';

describe('misspelledVariables', () => {
  it.each([
    ['LLM_PROVIDR', 'LLM_PROVIDER'],
    ['WHATSAPP_CONECTOR', 'WHATSAPP_CONNECTOR'],
    ['WHATSAPP_CONECTR', 'WHATSAPP_CONNECTOR'],
    ['ANTHROPIC_API_KYE', 'ANTHROPIC_API_KEY'],
    ['llm_provider', 'LLM_PROVIDER'],
    ['PROT', 'PORT'],
    ['PORTT', 'PORT'],
    ['DATA_DIRR', 'DATA_DIR'],
  ])('takes %s for %s', (variable, meant) => {
    expect(misspelledVariables({ [variable]: 'hunter2' })).toEqual([{ variable, meant }]);
  });

  it('leaves what we read alone, and what an environment has besides', () => {
    const ours = { LLM_PROVIDER: 'offline', PORT: '1', HOST: '::1', DATA_DIR: '.data' };
    const others = [
      'HOME',
      'PATH',
      'PWD',
      'LANG',
      'USER',
      'TERM',
      'SHELL',
      'HOSTNAME',
      'LOGNAME',
      'NODE_ENV',
      'XDG_DATA_DIRS',
    ];
    expect(misspelledVariables({ ...ours, ...Object.fromEntries(others.map((name) => [name, 'x'])) })).toEqual([]);
  });

  it('says nothing of the values', () => {
    expect(JSON.stringify(misspelledVariables({ LLM_PROVIDR: 'hunter2' }))).not.toContain('hunter2');
  });
});
