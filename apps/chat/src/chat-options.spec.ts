import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chatOptions } from './chat-options.js';

const KEY = 'k'.repeat(24);

describe('chatOptions', () => {
  it('has a default for everything but the key', () => {
    expect(chatOptions([], { ADMIN_API_KEY: KEY })).toEqual({
      phone: '+34600000001',
      name: 'Guest',
      url: 'http://127.0.0.1:8001',
      key: KEY,
      waitSeconds: 15,
    });
  });

  it.each([
    [{ HOST: '0.0.0.0', PORT: '9' }, 'http://127.0.0.1:9'],
    [{ HOST: '::1', PORT: '9' }, 'http://[::1]:9'],
  ])('goes where the server listens: %j', (environment, url) => {
    expect(chatOptions(['--key', KEY], environment).url).toBe(url);
  });

  it('reads the key of the data folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chat-'));
    writeFileSync(join(folder, 'admin-api-key'), `${KEY}\n`);
    expect(chatOptions([], { DATA_DIR: folder }).key).toBe(KEY);
    rmSync(folder, { recursive: true });
    expect(() => chatOptions([], { DATA_DIR: folder })).toThrow(
      expect.objectContaining({ code: 'chat.no-key' }) as Error,
    );
  });

  it.each([[['--as', 'Ana']], [['--wait', 'long']], [['--url', 'here']], [['--what']], [['stray']]])(
    'refuses %j in one line',
    (args) => {
      expect(() => chatOptions(args, { ADMIN_API_KEY: KEY })).toThrow(
        expect.objectContaining({ code: 'chat.usage', message: expect.not.stringContaining('\n') }) as Error,
      );
    },
  );
});
