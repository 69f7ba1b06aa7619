import { waitFor } from './wait-for.js';

describe('waitFor', () => {
  it('returns the first answer that is one, 0 and null included', async () => {
    const answers = [undefined, false, 0] as const;
    let asked = 0;
    expect(await waitFor(() => answers[asked++], { what: 'a number' })).toBe(0);
    expect(await waitFor(() => null, { what: 'nothing' })).toBeNull();
  });

  it('fails after its deadline and says what it waited for', async () => {
    await expect(waitFor(() => false, { what: 'Godot', timeoutMs: 1 })).rejects.toThrow('Waited 1 ms for Godot');
  });

  it('passes a failure on at once', async () => {
    const check = () => Promise.reject(new Error('broken'));
    await expect(waitFor(check, { what: 'anything' })).rejects.toThrow('broken');
  });
});
