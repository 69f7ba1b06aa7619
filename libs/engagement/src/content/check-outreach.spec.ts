import { newPolicy } from '../../testing/new-policy.js';
import { checkOutreach, type OutreachSources } from './check-outreach.js';

function newSources(given: Partial<OutreachSources> = {}): OutreachSources {
  return { language: 'en', words: ['Luna', 'Ana'], remembers: false, earlier: [], ...given };
}

function codesOf(text: string, sources: Partial<OutreachSources> = {}, policy = newPolicy()): string[] {
  return checkOutreach(text, newSources(sources), policy).map(({ code, detail }) =>
    code === 'invented' ? `invented ${String(detail?.what)}` : code,
  );
}

describe('checkOutreach', () => {
  it.each([
    ['Hey Ana, how has your week been so far?', {}],
    ['¡Hola, Ana! ¿Qué tal te ha ido la semana?', { language: 'es' }],
    ['Hallo Ana, wie war dein Tag? Ich hoffe, du hattest Zeit für Musik.', { language: 'de' }],
    ['How is Rex? I hope he enjoys the sun!', { words: ['Has a dog called Rex'] }],
    ['You said that the exam is hard. How did it go?', { remembers: true }],
    ['Привет! Как прошла твоя неделя? Надеюсь, всё хорошо.', { language: 'ru' }],
    ['今日はどんな一日でしたか？ゆっくり休めているといいな。', { language: 'ja' }],
    ['Your 3 cats must love this weather, how are they?', { words: ['Has 3 cats'] }],
    ['Good morning! ☀️ Any nice plans for today?', {}],
  ])('lets pass: %s', (text, sources) => {
    expect(codesOf(text, sources)).toEqual([]);
  });

  it.each([
    ['too short', 'Hey, all well?', 'length'],
    ['too long', `Hey, ${'how are you '.repeat(9)}?`, 'length'],
    ['ten megabytes', 'so '.repeat(3_500_000), 'length'],
    ['two lines', 'Hey, how are you?\nI hope you are fine.', 'several-lines'],
    ['a link', 'Have a look at https://example.org/cats today', 'address'],
    ['a bare address', 'Have you seen this on example.com lately?', 'address'],
    ['a handle', 'You should follow @somebody, it is so good', 'address'],
    ['a mail address', 'Write to me at somebody@example.org instead', 'address'],
    ['a phone number', 'Call me any time on +44 7700 900123, okay?', 'address'],
    ['a number from nowhere', 'It has been 12 days, how are you doing?', 'invented number'],
    ['a day from nowhere', 'How do you feel about the thing on Friday?', 'invented date'],
    ['a name from nowhere', 'How are you and how is Roberto doing these days?', 'invented name'],
    ['another name to begin with', 'Roberto, how are you doing these days?', 'invented name'],
    ['what they never said', 'You told me that work is hard. How is it now?', 'recalls-nothing'],
    ['a memory of nothing', 'Remember when we were at the sea? How are you?', 'recalls-nothing'],
    ['a promise', "Hey, I'll call you later so that we can talk!", 'promise'],
    ['another language', 'Hola, ¿qué tal te ha ido la semana? Cuéntame.', 'language'],
    ['a refusal', "I'm sorry, but I cannot write this message.", 'refusal'],
    ['a label', 'Message: hey, how are you doing these days?', 'markup'],
    ['quotation marks', '"Hey, how are you doing these days?"', 'markup'],
    ['a place left open', 'Hey [name], how are you doing these days?', 'markup'],
    ['two questions', 'How are you doing? And what did you do all day?', 'several-questions'],
    ['hidden characters', 'Hey, how are you\u200b doing these days, my dear?', 'invisible-characters'],
    ['a claim to be human', 'I am a real person, you know. How are you?', 'harm'],
    ['what is for two adults alone', 'I want to have sex with you tonight, naked.', 'unsafe'],
  ])('stops %s', (_, text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  it('stops what says nearly the same as before', () => {
    const earlier = ['How are you doing these days? I hope all is well!'];
    expect(codesOf('How are you doing these days? Hope all is well!', { earlier })).toEqual(['said-before']);
    expect(codesOf('What song have you had on repeat lately?', { earlier })).toEqual([]);
  });

  it('holds to the lengths that are set, in characters as people count them', () => {
    const text = 'Hey Ana, how are you? 😀😀';
    expect(codesOf(text, {}, newPolicy({ maxMessageLength: 24 }))).toEqual([]);
    expect(codesOf(text, {}, newPolicy({ maxMessageLength: 23 }))).toEqual(['length']);
    expect(codesOf(text, {}, newPolicy({ minMessageLength: 24 }))).toEqual([]);
    expect(codesOf(text, {}, newPolicy({ minMessageLength: 25 }))).toEqual(['length']);
  });
});
