import { describeAddress } from './postgres-address.js';

describe('describeAddress', () => {
  it.each([
    ['postgres://me:canary@db.example:6432/secretary?sslmode=require', 'db.example:6432/secretary'],
    ['postgresql://me:canary@db.example', 'db.example:5432/'],
    ['postgres:///local', 'localhost:5432/local'],
  ])('%s', (url, expected) => {
    expect(describeAddress(url)).toBe(expected);
  });

  it('refuses what cannot be read, and keeps it to itself', () => {
    const read = () => describeAddress('postgres://me:can#ary@host:5432/x');
    expect(read).toThrow('cannot be read');
    expect(read).not.toThrow('can#ary');
  });
});
