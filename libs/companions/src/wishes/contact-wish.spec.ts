import { jest } from '@jest/globals';

import { contactWish, type ContactWish } from './contact-wish.js';

/** A wish without its language, written short. */
type Short = string | null;

function short(wish: ContactWish | null): Short {
  if (wish === null) return null;
  switch (wish.kind) {
    case 'not-before':
    case 'not-after':
      return `${wish.language} ${wish.kind} ${clock(wish.minutes)}`;
    case 'zone':
      return `${wish.language} zone ${wish.zone}`;
    case 'avoid':
      return `${wish.language} avoid ${wish.topic}`;
    case 'not-during':
    case 'only-during':
    case 'unclear':
    case 'less':
    case 'more':
    case 'off':
    case 'on':
      return `${wish.language} ${wish.kind}`;
  }
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

describe('contactWish', () => {
  it.each<[string, Short]>([
    ['write me less', 'en less'],
    ['Please text me less often, thanks!', 'en less'],
    ["don't message me so much", 'en less'],
    ['text me more often', 'en more'],
    ['Stop texting me first', 'en off'],
    ['don’t write to me first anymore', 'en off'],
    ['stop writing first', 'en off'],
    ['Leave me alone!', 'en off'],
    ['no more messages please', 'en off'],
    ['you can write first again', 'en on'],
    ['start writing me again', 'en on'],
    ['write to me whenever you like', 'en on'],
    ['you can write to me again', 'en on'],
    ['not before ten', 'en not-before 10:00'],
    ["Please don't text me before 10 am", 'en not-before 10:00'],
    ['not before half past ten', 'en not-before 10:30'],
    ["don't write to me before noon", 'en not-before 12:00'],
    ['never after 10', 'en not-after 22:00'],
    ["don't message me after 9:30 pm please", 'en not-after 21:30'],
    ['not after midnight', 'en not-after 0:00'],
    ['no messages before 2', 'en not-before 14:00'],
    ['not before 11am, ok?', 'en not-before 11:00'],
    ['not before ten pm', 'en not-before 22:00'],
    ["Don't text me before noon, please?", 'en not-before 12:00'],
    ['no me escribas antes de las once, ¿vale?', 'es not-before 11:00'],
    ['别在十点之前给我发消息好吗？', 'zh not-before 10:00'],
    ['my time zone is Madrid', 'en zone Europe/Madrid'],
    ['My timezone is America/New_York', 'en zone America/New_York'],
    ['my time zone is Kolkata', 'en zone Asia/Kolkata'],
    ['my time zone is Asia/Kathmandu', 'en zone Asia/Kathmandu'],
    ['my time zone is America/Argentina/Buenos_Aires', 'en zone America/Argentina/Buenos_Aires'],
    ["don't bring up my ex", 'en avoid my ex'],
    ['stop asking me about José, please', 'en avoid José'],
    ['escríbeme menos', 'es less'],
    ['no me escribas tanto', 'es less'],
    ['Por favor, no me escribas primero', 'es off'],
    ['no me escribas antes de las diez', 'es not-before 10:00'],
    ['no antes de las 10:30', 'es not-before 10:30'],
    ['no antes de las diez y media de la mañana', 'es not-before 10:30'],
    ['no me escribas después de las nueve de la noche', 'es not-after 21:00'],
    ['nunca me escribas después de las 22', 'es not-after 22:00'],
    ['déjame en paz', 'es off'],
    ['¡Deja de escribirme!', 'es off'],
    ['escríbeme tú primero otra vez', 'es on'],
    ['puedes volver a escribirme', 'es on'],
    ['mi zona horaria es la de Ciudad de México', 'es zone America/Mexico_City'],
    ['no me hables de mi mamá', 'es avoid mi mamá'],
    ['me escreva menos', 'pt less'],
    ['não me escreva primeiro', 'pt off'],
    ['não me escreva antes das dez', 'pt not-before 10:00'],
    ['não me escreva depois das 22h', 'pt not-after 22:00'],
    ['meu fuso horário é São Paulo', 'pt zone America/Sao_Paulo'],
    ['não fale do meu ex', 'pt avoid meu ex'],
    ["écris-moi moins souvent s'il te plaît", 'fr less'],
    ['écris-moi moins', 'fr less'],
    ["ne m'écris plus en premier", 'fr off'],
    ["ne m'écris pas avant dix heures", 'fr not-before 10:00'],
    ['pas avant 10h30', 'fr not-before 10:30'],
    ['pas après 22 h', 'fr not-after 22:00'],
    ['mon fuseau horaire est Paris', 'fr zone Europe/Paris'],
    ['ne me parle plus de mon père', 'fr avoid mon père'],
    ['schreib mir bitte nicht vor zehn', 'de not-before 10:00'],
    ['schreib mir weniger', 'de less'],
    ['schreib mir nicht zuerst', 'de off'],
    ['nicht vor halb elf', 'de not-before 10:30'],
    ['nicht nach 22 Uhr', 'de not-after 22:00'],
    ['Du kannst mir wieder schreiben', 'de on'],
    ['meine Zeitzone ist Wien', 'de zone Europe/Vienna'],
    ['frag nicht mehr nach meinem Ex', 'de avoid meinem Ex'],
    ['scrivimi meno', 'it less'],
    ['non scrivermi per primo', 'it off'],
    ['non scrivermi prima delle dieci', 'it not-before 10:00'],
    ['non dopo le dieci di sera', 'it not-after 22:00'],
    ['il mio fuso orario è Roma', 'it zone Europe/Rome'],
    ['non parlarmi del mio ex', 'it avoid mio ex'],
    ['пиши мне реже', 'ru less'],
    ['Пожалуйста, не пиши мне первой', 'ru off'],
    ['не пиши мне до десяти', 'ru not-before 10:00'],
    ['не раньше десяти утра', 'ru not-before 10:00'],
    ['не пиши после 22:00', 'ru not-after 22:00'],
    ['можешь снова писать мне', 'ru on'],
    ['мой часовой пояс Москва', 'ru zone Europe/Moscow'],
    ['не говори про мою бывшую', 'ru avoid мою бывшую'],
    ['少给我发消息', 'zh less'],
    ['请不要主动给我发消息', 'zh off'],
    ['别在十点之前给我发消息', 'zh not-before 10:00'],
    ['十点半前不要给我发消息', 'zh not-before 10:30'],
    ['晚上十点以后别给我发消息', 'zh not-after 22:00'],
    ['你可以再给我发消息', 'zh on'],
    ['我的时区是北京', 'zh zone Asia/Shanghai'],
    ['别再提我前男友了', 'zh avoid 我前男友'],
    ['别烦我了', 'zh off'],
    ['放っておいてください', 'ja off'],
    ['メッセージを減らしてください', 'ja less'],
    ['先にメッセージしないで', 'ja off'],
    ['10時前に連絡しないでください', 'ja not-before 10:00'],
    ['午後十時以降はメッセージを送らないで', 'ja not-after 22:00'],
    ['また連絡していいよ', 'ja on'],
    ['私のタイムゾーンは東京です', 'ja zone Asia/Tokyo'],
    ['元カレの話はしないで', 'ja avoid 元カレ'],
    ['راسلني أقل', 'ar less'],
    ['دعني وشأني', 'ar off'],
    ['لا تراسلني أولا', 'ar off'],
    ['لا تكتب لي قبل العاشرة', 'ar not-before 10:00'],
    ['ليس قبل الساعة العاشرة والنصف صباحا', 'ar not-before 10:30'],
    ['لا تراسلني بعد الساعة ١٠ مساءً', 'ar not-after 22:00'],
    ['يمكنك مراسلتي مجددا', 'ar on'],
    ['منطقتي الزمنية هي دبي', 'ar zone Asia/Dubai'],
    ['لا تتحدث عن أبي', 'ar avoid أبي'],
    ['मुझे कम मैसेज करो', 'hi less'],
    ['मुझे अकेला छोड़ दो', 'hi off'],
    ['मुझे पहले मैसेज मत करो', 'hi off'],
    ['दस बजे से पहले मैसेज मत करो', 'hi not-before 10:00'],
    ['सुबह साढ़े दस बजे से पहले मुझे मैसेज मत करो', 'hi not-before 10:30'],
    ['रात १० बजे के बाद मैसेज मत भेजो', 'hi not-after 22:00'],
    ['मेरा टाइम ज़ोन दिल्ली है', 'hi zone Asia/Kolkata'],
    ['मेरे भाई के बारे में बात मत करो', 'hi avoid मेरे भाई'],
  ])('%s', (said, wish) => {
    expect(short(contactWish(said))).toBe(wish);
  });

  it.each([
    'stop',
    'STOP',
    'para',
    '停止',
    'could you write me less?',
    'can I write to you less',
    'write me less and call me more',
    "don't mention it",
    "don't worry about it",
    "don't talk about that",
    'not before you apologise',
    'not after all',
    'she told me not before ten',
    'never after ten years would I go back, not before ten',
    'not before 25',
    'not before 10:75',
    'I live in Madrid',
    'my time zone is Narnia',
    'my time zone is GMT+2',
    'write me a poem',
    'not before 11am, right?',
    'ok?',
    'only text me when you mean it',
    "don't text me between us",
    'I only work on weekends',
    'no mandes nada por correo',
    'no me escribas con prisa',
    'schreib mir nicht mit dem Handy',
    'nur du',
    'only you',
    'leave me alone with him',
    'everybody leaves me alone',
    'go away with me',
    'lass mich in Ruhe ausreden',
    'déjame pensar',
    'stop the music',
    'stop',
    'no me escribas poemas',
    'no hables así',
    'no me hables así',
    'no, antes de las diez no puedo llegar',
    'não fale assim',
    'pas avant demain',
    'ne parle pas si vite',
    'nicht vor dem Essen',
    'sprich nicht so mit mir',
    'frag nicht',
    'non prima di domani',
    'non parlare così',
    'не раньше пятницы',
    'не говори так',
    'не говори об этом',
    '别说了',
    '别提了',
    'そんな話はしないで',
    'その話はしないで',
    'لا تذكر ذلك',
    'ليس قبل الغد',
    'उसके बारे में बात मत करो',
    'बात मत करो',
    "don't bring up my ex because I cried yesterday",
    '',
    '🙏',
  ])('is talk: %s', (said) => {
    expect(contactWish(said)).toBeNull();
  });

  it.each(['hi ', 'please ', 'as', 'h', 'ok', 'not before h', "don't bring up ", '不要', 'пол', 'part '])(
    'does not run on over %s',
    (word) => {
      expect(contactWish(word.repeat(Math.floor(160 / word.length)))).toBeNull();
      expect(contactWish(`not before ${word.repeat(Math.floor(140 / word.length))}`)).toBeNull();
    },
  );

  it('looks at what is longer than a wish once its letters are spelt out, and at endless politeness, no further', () => {
    expect(contactWish(`don't bring up ${'\uFDFA'.repeat(3)}`)).toMatchObject({ kind: 'avoid' });
    expect(contactWish(`${'please '.repeat(4)}write me less`)).toMatchObject({ kind: 'less' });
    expect(contactWish(`${'please '.repeat(5)}write me less`)).toBeNull();
    const exec = jest.spyOn(RegExp.prototype, 'exec');
    // Only the patterns of wishes ask where what they found stands.
    const looksAt = (text: string): number => {
      exec.mockClear();
      expect(contactWish(text)).toBeNull();
      return exec.mock.contexts.filter((pattern) => (pattern as RegExp).hasIndices).length;
    };
    expect(looksAt('\uFDFA'.repeat(160))).toBe(0);
    expect(looksAt('so '.repeat(50))).toBe(looksAt('so '.repeat(5)));
    exec.mockRestore();
  });

  it('takes no time over ten megabytes', () => {
    expect(contactWish('not before '.repeat(1_000_000))).toBeNull();
  });
});
