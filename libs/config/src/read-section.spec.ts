import 'reflect-metadata';

import { IsBoolean, IsInt, IsOptional, IsString, Max } from 'class-validator';

import { readSection } from './read-section.js';
import { FromEnv } from './variable.js';

class SampleConfig {
  @FromEnv('SAMPLE_PORT', { default: '80', about: 'a port' })
  @IsInt()
  @Max(100)
  readonly port!: number;

  @FromEnv('SAMPLE_ON', { default: 'true', about: 'a switch' })
  @IsBoolean()
  readonly on!: boolean;

  @FromEnv('SAMPLE_SECRET', { about: 'a secret', secret: true })
  @IsOptional()
  @IsString()
  readonly secret?: string;

  @FromEnv('SAMPLE_LIST', { default: 'a, b,', about: 'a list' })
  readonly list!: string[];
}

describe('readSection', () => {
  it('takes the defaults when nothing is set', () => {
    expect(readSection(SampleConfig, {})).toEqual({ port: 80, on: true, list: ['a', 'b'] });
  });

  it.each([
    ['False', false],
    ['no', false],
    ['1', true],
    ['ON', true],
  ])('reads the boolean %s', (text, value) => {
    expect(readSection(SampleConfig, { SAMPLE_ON: text }).on).toBe(value);
  });

  it('takes an empty value for not set', () => {
    expect(readSection(SampleConfig, { SAMPLE_PORT: ' ' }).port).toBe(80);
  });

  it('names every wrong variable and what it takes, never what it holds', () => {
    const read = () => readSection(SampleConfig, { SAMPLE_PORT: 'hunter2', SAMPLE_ON: 'hunter3' });
    expect(read).toThrow(/SAMPLE_PORT: .*integer.*SAMPLE_ON: .*boolean/);
    expect(read).not.toThrow(/hunter/);
  });
});
