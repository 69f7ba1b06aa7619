import { ZoneClock } from './zone-clock.js';

function instants(zone: string, ...walls: string[]): string[] {
  const clock = new ZoneClock(zone);
  return walls.map((wall) =>
    clock
      .instantOf(Date.parse(`${wall}Z`))
      .toISOString()
      .slice(0, 16),
  );
}

describe('ZoneClock', () => {
  it.each([
    ['Europe/Madrid', '2024-01-15T12:00', '2024-01-15T11:00'],
    ['Europe/Madrid', '2024-07-15T12:00', '2024-07-15T10:00'],
    ['America/New_York', '2024-07-15T22:00', '2024-07-16T02:00'],
    ['Asia/Kolkata', '2024-07-15T00:10', '2024-07-14T18:40'],
    ['Pacific/Kiritimati', '2024-07-15T00:10', '2024-07-14T10:10'],
  ])('%s: %s is %s UTC', (zone, wall, instant) => {
    expect(instants(zone, wall)).toEqual([instant]);
  });

  it.each([
    ['Europe/Madrid', '2024-03-31T01:59', '2024-03-31T00:59'],
    ['Europe/Madrid', '2024-03-31T02:30', '2024-03-31T01:30'],
    ['Europe/Madrid', '2024-03-31T03:30', '2024-03-31T01:30'],
    ['America/New_York', '2024-03-10T02:15', '2024-03-10T07:15'],
    ['America/New_York', '2024-03-31T02:30', '2024-03-31T06:30'],
  ])('%s: the skipped hour moves past the gap (%s)', (zone, wall, instant) => {
    expect(instants(zone, wall)).toEqual([instant]);
  });

  it('takes the second of two equal times once the first has passed', () => {
    expect(
      instants('Europe/Madrid', '2024-10-27T02:30', '2024-10-27T02:50', '2024-10-27T02:10', '2024-10-27T03:05'),
    ).toEqual(['2024-10-27T00:30', '2024-10-27T00:50', '2024-10-27T01:10', '2024-10-27T02:05']);
  });

  it('names an unknown zone', () => {
    expect(() => new ZoneClock('Mars/Olympus')).toThrow(/time zone/);
  });
});
