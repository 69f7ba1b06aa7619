import { IdSample } from './id-sample.js';

describe('IdSample', () => {
  const sampleOf = (count: number): IdSample => {
    const sample = new IdSample(10);
    for (let id = 0; id < count; id += 1) sample.add(String(id));
    return sample;
  };

  it('keeps all of few', () => {
    const { ids, step } = sampleOf(10);
    expect([ids.length, step]).toEqual([10, 1]);
  });

  it('is spread evenly over many, from the first on', () => {
    const { ids, step } = sampleOf(24);
    expect([ids, step]).toEqual([['0', '4', '8', '12', '16', '20'], 4]);
    expect(sampleOf(10_000).ids.length).toBeLessThanOrEqual(10);
  });
});
