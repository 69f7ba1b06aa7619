import { moodOf } from './emotion.js';
import { experienceTexts } from './experiences.js';
import type { Interaction } from './interaction.js';
import { progress } from './progress.js';
import { readInteractions, type HeardMessage } from './read-interactions.js';
import { addShared, NOTHING_SHARED, readShared, sharedText } from './shared-past.js';
import { NEW_STANDING } from './standing.js';
import { favouriteTopics } from './topics.js';

const START = new Date('2026-03-01T12:00:00Z').getTime();

function newHeard(
  text: string,
  { by = 'contact', minutes = 0, sentiment = null, facts = 0 }: HeardOptions = {},
): HeardMessage {
  return { byContact: by === 'contact', text, sentAt: new Date(START + minutes * 60_000), sentiment, facts };
}

interface HeardOptions {
  readonly by?: 'contact' | 'us';
  readonly minutes?: number;
  readonly sentiment?: number | null;
  readonly facts?: number;
}

function read(...texts: string[]): Interaction {
  const [one] = readInteractions(
    texts.map((text, index) => newHeard(text, { minutes: index })),
    null,
  );
  if (!one) throw new Error('nobody spoke');
  return one;
}

describe('readInteractions', () => {
  it.each([
    ['warmth', 'I miss you, take care!'],
    ['warmth', '¡Te quiero mucho!'],
    ['warmth', 'good night 🥰'],
    ['thanks', 'Thank you so much'],
    ['thanks', 'mil gracias por todo'],
    ['disclosure', 'My sister is getting married and I feel sad'],
    ['disclosure', 'Mi madre está enferma y tengo miedo'],
    ['interest', 'And how was your day?'],
    ['interest', '¿y tú, qué tal estás?'],
    ['hostility', 'Shut up, you are useless'],
    ['hostility', 'cállate, imbécil'],
    ['hostility', 'vete a la mierda'],
  ] as const)('hears %s in "%s"', (signal, text) => expect(read(text)[signal]).toBeGreaterThan(0));

  it.each([
    ['hostility', 'I have to take out the garbage tonight'],
    ['hostility', 'My computer is useless, it crashed again'],
    ['hostility', 'That was a stupid film but I liked it'],
    ['hostility', 'me levanto a las siete'],
    ['disclosure', 'What time do you open?'],
    ['warmth', 'Please send the invoice'],
    ['interest', 'The parcel has arrived'],
  ] as const)('hears no %s in "%s"', (signal, text) => expect(read(text)[signal]).toBe(0));

  it('goes by what taggers and extraction found, too, in whatever language', () => {
    const [found] = readInteractions([newHeard('Σε ευχαριστώ', { sentiment: 0.9, facts: 2 })], null);
    expect(found).toMatchObject({ warmth: 1, disclosure: 1 });
    const [without] = readInteractions([newHeard('Σε ευχαριστώ', { sentiment: -0.9 })], null);
    expect(without).toMatchObject({ warmth: 0, disclosure: 0 });
  });

  it('tells conversations apart by a pause of six hours, and who began them', () => {
    const heard = [
      ...[newHeard('hi'), newHeard('hello!', { by: 'us', minutes: 1 }), newHeard('bye', { minutes: 350 })],
      ...[newHeard('are you there?', { by: 'us', minutes: 800 }), newHeard('yes', { minutes: 805 })],
      newHeard('news for you', { by: 'us', minutes: 2_000 }),
    ];
    const found = readInteractions(heard, null);
    expect(found.map(({ messages, begunByThem }) => [messages, begunByThem])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(readInteractions(heard.slice(0, 1), new Date(START - 3_600_000))[0]?.begunByThem).toBe(false);
  });

  it('holds an exchange for more mutual than a monologue', () => {
    const [exchange] = readInteractions([newHeard('one'), newHeard('two', { by: 'us' })], null);
    expect(exchange?.reciprocity).toBe(1);
    expect(read('one', 'two', 'three').reciprocity).toBe(0);
  });

  it.each([
    ['joy', 'haha that is great, I am so happy'],
    ['sadness', 'estoy muy triste, mi perro murió'],
    ['worry', 'I am really worried and stressed'],
    ['affection', 'te quiero, abrazos'],
    ['anger', 'I am furious, fed up with this'],
  ] as const)('hears %s in "%s"', (label, text) => expect(read(text).emotion?.label).toBe(label));

  it('hears no feeling in business', () =>
    expect(read('The invoice is attached, please pay by Friday').emotion).toBeNull());

  it('bears anything', () => {
    const odd = ['', ' ', '😀'.repeat(5_000), 'a'.repeat(70_000), '\u0000\ud800', '((((('];
    expect(read(...odd).messages).toBe(odd.length);
  });
});

describe('the past that two share', () => {
  const travel = read(
    ...Array.from({ length: 30 }, () => 'We booked the flight and the hotel for our holiday at the beach'),
  );

  it('names what they come back to, and forgets it with time', () => {
    const once = addShared(NOTHING_SHARED, NEW_STANDING, progress(NEW_STANDING, travel, new Date(START)), travel);
    expect(favouriteTopics(once.topics)).toEqual(['travel']);
    const later = { ...travel, at: new Date(START + 200 * 86_400_000), topics: { music: 3 } };
    const standing = progress(NEW_STANDING, later, later.at);
    expect(favouriteTopics(addShared(once, standing, standing, later).topics)).toEqual(['music']);
  });

  it('tells what they went through, each thing once in its time', () => {
    const first = progress(NEW_STANDING, travel, new Date(START));
    const met = addShared(NOTHING_SHARED, NEW_STANDING, first, travel);
    const again = { ...travel, at: new Date(START + 86_400_000) };
    const after = addShared(met, first, progress(first, again, again.at), again);
    expect(experienceTexts(after.experiences)).toEqual(['Met on 2026-03-01', 'A long talk about travel on 2026-03-01']);
    const reunion = { ...read('hello'), at: new Date(START + 60 * 86_400_000) };
    const back = addShared(after, first, progress(first, reunion, reunion.at), reunion);
    expect(experienceTexts(back.experiences)[0]).toBe('Met again after a long time on 2026-04-30');
    expect(readShared(sharedText(back))).toEqual(back);
  });

  it('never grows beyond twenty, and keeps how it began', () => {
    let past = addShared(NOTHING_SHARED, NEW_STANDING, progress(NEW_STANDING, travel, new Date(START)), travel);
    for (let day = 8; day < 2_000; day += 8) {
      const one = { ...travel, at: new Date(START + day * 86_400_000) };
      const standing = progress(NEW_STANDING, one, one.at);
      past = addShared(past, standing, standing, one);
    }
    expect(past.experiences).toHaveLength(20);
    expect(past.experiences[0]?.kind).toBe('met');
  });
});

describe('moodOf', () => {
  const felt = { label: 'joy', valence: 0.8, intensity: 0.6, at: new Date(START) } as const;
  it('fades within a day', () => {
    expect(moodOf(felt, new Date(START + 3_600_000))).toBe('joy');
    expect(moodOf(felt, new Date(START + 24 * 3_600_000))).toBeNull();
    expect(moodOf(null, new Date(START))).toBeNull();
  });
});
