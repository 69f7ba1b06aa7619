import { chromiumArgs, parseChromiumArgs } from './chromium-args.js';

describe('parseChromiumArgs', () => {
  it.each([
    ['', []],
    ['  --a   --b=1 ', ['--a', '--b=1']],
    ['--rules=MAP\\ x\\ 127.0.0.1:1,\\ MAP\\ *\\ ~NOTFOUND --c', ['--rules=MAP x 127.0.0.1:1, MAP * ~NOTFOUND', '--c']],
    ['--rules="MAP x y, MAP * z" --c', ['--rules=MAP x y, MAP * z', '--c']],
    ["--proxy-server='a b'", ['--proxy-server=a b']],
  ])('%s', (text, expected) => {
    expect(parseChromiumArgs(text)).toEqual(expected);
  });
});

describe('chromiumArgs', () => {
  it('gives up the sandbox only as root', () => {
    expect(chromiumArgs({ isRoot: true, extra: [] })).toContain('--no-sandbox');
    expect(chromiumArgs({ isRoot: false, extra: [] })).not.toContain('--no-sandbox');
  });

  it('puts what the operator wants last, where it wins', () => {
    expect(chromiumArgs({ isRoot: false, extra: ['--lang=es'] }).at(-1)).toBe('--lang=es');
  });
});
