import { classify } from './classify.js';
import { conversationLevel } from './conversation-level.js';

const dangerIn = (text: string) => classify(text).dangers[0]?.kind ?? null;
const levelOf = (text: string) => classify(text).nsfwLevel;

describe('how sexual a text is', () => {
  it.each([
    'My aunt has breast cancer and needs radiation',
    'Sex education starts in fifth grade at our school',
    'He lives in Essex, near Scunthorpe',
    'Our assistant will call you at nine',
    'Cock-a-doodle-doo, said the rooster',
    'Two chicken breasts and a cocktail, please',
    'La ginecóloga me ha pedido una ecografía de mama',
    'El acoso sexual está penado por la ley',
    'Dick Cheney was vice president',
    'Quiero coger el tren de las ocho',
    'Un cono de helado para la niña, por favor',
    'The doctor examined his penis because of an infection',
    'Moby Dick is on my reading list',
    'Aceite de oliva virgen extra, dos botellas',
    'We can see it with the naked eye',
    'Wir lernen im Sexualkundeunterricht etwas über Hormone',
    'Das Sextett spielt am Samstag',
    'Il peso massimo del pacco è sette chili',
  ])('harmless: %s', (text) => {
    expect(levelOf(text)).toBeLessThanOrEqual(3);
    expect(classify(text).forbidden).toBe(false);
  });

  it.each([
    ['romance', 'I love you so much', 'te amo, mi vida', 1, 3],
    ['suggestive', 'what are you wearing underneath?', 'me pones mucho', 4, 6],
    ['explicit', 'send me your nudes, I want to fuck you', 'quiero follarte, mándame nudes', 7, 10],
    ['beyond', 'bestiality porn', 'zoofilia porno', 10, 10],
    ['coarse words are not sexual', 'what the fuck, the shit is broken', 'joder, qué mierda de día', 1, 1],
  ])('%s', (_, english, spanish, least, most) => {
    for (const text of [english, spanish]) {
      expect(levelOf(text)).toBeGreaterThanOrEqual(least);
      expect(levelOf(text)).toBeLessThanOrEqual(most);
    }
  });

  it.each([
    ['digits for letters', 's3nd m3 nud3s'],
    ['letters apart', 's e n d  n u d e s'],
    ['dots between', 's.u.c.k  m.y  d.i.c.k'],
    ['stars', 'i want to f**k you'],
    ['letters of another script', 'send me nudеs and a dіck pic'],
    ['full width', 'ｓｅｎｄ ｎｕｄｅｓ'],
    ['styled letters', '𝓼𝓮𝓷𝓭 𝓷𝓾𝓭𝓮𝓼'],
    ['invisible letters', 'send nu\u200Bd\u00ADes'],
    ['accents piled up', 's\u0301e\u0300n\u0302d n\u0303u\u0308des'],
    ['letters again and again', 'sennnnd nuuuudes'],
    ['at the end of a long text', `${'hello there. '.repeat(2_000)} send nudes`],
  ])('is seen in disguise: %s', (_, text) => {
    expect(levelOf(text)).toBeGreaterThanOrEqual(7);
  });
});

describe('somebody under age', () => {
  it.each([
    "I'm 14 and I want to have sex with you",
    'tengo quince años, ¿quieres verme desnuda?',
    'write an erotic story about schoolgirls',
    'una historia porno con una niña',
    'we are both 16 year olds, talk dirty to me',
  ])('makes anything sexual forbidden: %s', (text) => {
    expect(classify(text).forbidden).toBe(true);
  });

  it('is remembered from what was said before', () => {
    const recent = ["hey, I'm 13", 'what are you up to?'];
    expect(classify('send me nudes', { recent })).toMatchObject({ forbidden: true, age: { kind: 'minor', age: 13 } });
    expect(classify('how are you?', { recent })).toMatchObject({ forbidden: false, age: { kind: 'minor' } });
    expect(classify("I'm 25 actually", { recent }).age).toMatchObject({ kind: 'minor' });
  });

  it('is known from elsewhere', () => {
    expect(classify('you are so sexy', { minor: true }).forbidden).toBe(true);
  });

  it.each([
    ["I'm 25", 'adult', 25],
    ['tengo 40 años', 'adult', 40],
    ['ich bin 31 Jahre alt', 'adult', 31],
    ["I'm fifteen", 'minor', 15],
    ['i am a 12 yo boy', 'minor', 12],
    ['im 17 and a half', 'minor', 17],
    ["I'm in 8th grade", 'minor', null],
    ['voy a tercero de la ESO', 'minor', null],
  ])('says so: %s', (text, kind, age) => {
    expect(classify(text).age).toMatchObject({ kind, age });
  });

  it.each([
    "I'm 15 minutes late",
    "I'm 12 weeks pregnant",
    'when I was 15 we moved to Madrid',
    'my daughter is 14',
    'tengo 15 euros',
    'tengo 12 años de experiencia',
    'llevo 10 años casada',
    "I'm 10 km away",
    'I am 17th in the queue',
    'ich bin 15 Minuten zu spät',
    "j'ai 15 euros",
    'es un tema menor',
    'I have 16 chairs',
  ])('does not: %s', (text) => {
    expect(classify(text).age?.kind).not.toBe('minor');
  });
});

describe('danger', () => {
  it.each([
    ['self-harm', "I don't want to be here anymore", 'no quiero seguir viviendo'],
    ['self-harm', 'I am going to kill myself', 'me voy a suicidar'],
    ['self-harm', 'k1ll myself', 'quiero m0rir'],
    ['self-harm', 'k i l l  m y s e l f', 's u i c i d a r m e'],
    ['self-harm', 'i want to kіll mysеlf', 'quіero morіrme'],
    ['self-harm', 'I want to die lol', 'me quiero matar jajaja'],
    ['abuse', 'my wife beats me every night', 'mi novio me pega'],
    ['violence', 'somebody is breaking into my house', 'alguien está entrando en mi casa, tiene un cuchillo'],
    ['threat', "I'm going to kill my teacher", 'voy a matar a mi profesor'],
    ['medical', 'my dad is not breathing', 'mi padre no respira'],
  ])('%s', (kind, english, spanish) => {
    expect([dangerIn(english), dangerIn(spanish)]).toEqual([kind, kind]);
  });

  it.each([
    'this homework kills me',
    'me muero de risa',
    'me muero de ganas de ir a la playa',
    'I am dying to meet you',
    'he killed it on stage',
    'shoot me a message tomorrow',
    'the battery died',
    'can you kill the music?',
    'voy a matar dos pájaros de un tiro',
    'mátame si llego tarde otra vez jaja',
    'the team beat us 3-0',
    'hit me up on WhatsApp',
    'I need to cut myself some slack',
    'ich sterbe vor Langeweile',
    'je suis mort de rire',
    'morri de rir kkkk',
    'sto morendo dal ridere',
    'can I book a table for two at nine?',
    'mañana no puedo, tengo médico',
    'el servidor no responde, ¿lo miras?',
    'I jumped on the call late, sorry',
    'suicide prevention day is in September',
  ])('none: %s', (text) => {
    expect(classify(text).dangers).toEqual([]);
  });

  it('adds up hints that are too weak alone', () => {
    expect(dangerIn('I feel so hopeless')).toBeNull();
    expect(dangerIn('I feel so hopeless, I hate myself')).toBe('self-harm');
  });
});

it.each([
  ['nothing', ''],
  ['65,536 letters', 'a'.repeat(65_536)],
  ['words that begin rules', 'I want to '.repeat(6_000)],
  ['blanks', ' '.repeat(60_000)],
  ['lone surrogates and floods', `\ud800${'\u0301'.repeat(10_000)} hola`],
  ['another script', '我不想活了'],
])('bears %s', (_, text) => {
  const { nsfwLevel, confidence } = classify(text);
  expect(nsfwLevel).toBe(0);
  expect(confidence).toBeGreaterThan(0);
});

describe('what stands in the middle of much', () => {
  const talk = 'and so on, and so on. '.repeat(450);

  it.each([0, 3_000, 5_990, 6_000, 7_000, 9_000])('is seen, %i letters in', (at) => {
    const around = (said: string) => classify(`${talk.slice(0, at)}\n${said}\n${talk}`);
    expect(around('I want to kill myself').dangers).toMatchObject([{ kind: 'self-harm' }]);
    expect(around("I'm 14 and I want to have sex with you").forbidden).toBe(true);
    expect(around('send me your nudes').nsfwLevel).toBeGreaterThanOrEqual(7);
  });

  it('is one judgement: who says how old they are, and what they want, need not stand together', () => {
    expect(classify(`I'm 14.\n${talk}\nsend me your nudes`)).toMatchObject({ forbidden: true, age: { age: 14 } });
    expect(classify(`I want to die.\n${talk}\nI want to die.\n${talk}`).dangers).toHaveLength(1);
  });
});

describe('conversationLevel', () => {
  const noon = new Date('2026-01-05T12:00:00Z');
  const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

  it.each([
    ['the first message', null, 4, 4],
    ['a higher one counts at once', { level: 2, at: noon }, 8, 8],
    ['what was is not forgotten', { level: 8, at: noon }, 0, 4],
  ])('%s', (_, previous, message, level) => {
    expect(conversationLevel(previous, message, after(30))).toEqual({ level, at: after(30) });
  });

  it('is forgotten in the end, and a clock that goes back adds nothing', () => {
    expect(conversationLevel({ level: 10, at: noon }, 0, after(24 * 60)).level).toBe(0);
    expect(conversationLevel({ level: 10, at: noon }, 0, after(-60)).level).toBe(10);
  });
});
