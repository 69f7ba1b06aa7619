import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const IGNORED = join(import.meta.dirname, '../../../.dockerignore');

describe('servedFile', () => {
  it('has its files in the image, whose build sees only what is named', async () => {
    const lines = (await readFile(IGNORED, 'utf8')).split('\n');
    expect(lines[0]).toBe('*');
    expect(lines).toEqual(expect.arrayContaining(['!docs/asyncapi.yaml', '!docs/examples']));
  });
});
