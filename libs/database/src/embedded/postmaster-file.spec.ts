import { parsePostmasterFile } from './postmaster-file.js';

const READY = ['4242', '/data/postgres', '1764000000', '54321', '', '127.0.0.1', '  2146352        20', 'ready   ', ''];

describe('parsePostmasterFile', () => {
  it.each([
    ['a server that takes connections', READY, { pid: 4242, port: 54321, ready: true }],
    ['one that starts', READY.with(7, 'starting'), { pid: 4242, port: 54321, ready: false }],
    ['one that has not written its status yet', READY.slice(0, 6), { pid: 4242, port: 54321, ready: false }],
    ['a file that is just being written', ['4242', ''], undefined],
    ['an empty file', [''], undefined],
    ['a file of something else', ['hello', 'world', '!', '?'], undefined],
  ])('%s', (_, lines, expected) => {
    expect(parsePostmasterFile(lines.join('\n'))).toEqual(expected);
  });
});
