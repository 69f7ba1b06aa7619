import { contactWish, type ContactWish } from './contact-wish.js';

/** What is wished, written short. */
function short(wish: ContactWish | null): string | undefined {
  if (!wish || !('bare' in wish)) return wish?.kind;
  const said = `${wish.language} ${wish.bare ? 'bare ' : ''}${wish.kind}`;
  return 'from' in wish ? `${said} ${clock(wish.from)}-${clock(wish.until)}` : said;
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

describe('contactWish', () => {
  it.each<[string, string]>([
    ["don't text me in the morning", 'en not-during 5:00-12:00'],
    ["please don't message me so late", 'en not-during 21:00-7:00'],
    ['no messages in the evening', 'en not-during 18:00-0:00'],
    ['Only text me in the afternoon.', 'en only-during 12:00-18:00'],
    ['only text me between 10 and 8', 'en only-during 10:00-20:00'],
    ['Please not before 11am and not after 8pm', 'en only-during 11:00-20:00'],
    ["don't write to me before 11am or after 8pm, thanks", 'en only-during 11:00-20:00'],
    ['not after 8pm, and not before eleven', 'en only-during 11:00-20:00'],
    ['no me escribas antes de las 11 ni después de las 20', 'es only-during 11:00-20:00'],
    ['nicht vor 11 und nicht nach 20 Uhr', 'de only-during 11:00-20:00'],
    ['nicht vor 11 oder nach 20 Uhr', 'de only-during 11:00-20:00'],
    ['pas avant 11h ni après 20h', 'fr only-during 11:00-20:00'],
    ['não antes das 11 nem depois das 20h', 'pt only-during 11:00-20:00'],
    ['non prima delle 11 e non dopo le 20', 'it only-during 11:00-20:00'],
    ['не раньше 11 и не позже 20', 'ru only-during 11:00-20:00'],
    ["don't write to me between 9 am and 5 pm", 'en not-during 9:00-17:00'],
    ['not in the morning', 'en bare not-during 5:00-12:00'],
    ['only in the evenings', 'en bare only-during 18:00-22:00'],
    ['only text me on weekends', 'en unclear'],
    ["don't text me on Mondays and Tuesdays", 'en unclear'],
    ["don't message me while I'm at work", 'en unclear'],
    ['text me only once a week', 'en unclear'],
    ["don't text me today", 'en unclear'],
    ['only on weekends', 'en bare unclear'],
    ['not before dinner', 'en bare unclear'],
    ['no me escribas por la mañana', 'es not-during 5:00-12:00'],
    ['nada de mensajes por las noches', 'es not-during 21:00-7:00'],
    ['escríbeme solo por la tarde', 'es only-during 12:00-18:00'],
    ['escríbeme solo entre las diez y las ocho de la noche', 'es only-during 10:00-20:00'],
    ['no me escribas los fines de semana', 'es unclear'],
    ['solo escríbeme entre semana', 'es unclear'],
    ['no me escribas cuando estoy en el trabajo', 'es unclear'],
    ['no me escribas hoy', 'es unclear'],
    ['solo los fines de semana', 'es bare unclear'],
    ['no antes de comer', 'es bare unclear'],
    ['não me escreva de manhã', 'pt not-during 5:00-12:00'],
    ['só me escreva à tarde', 'pt only-during 12:00-18:00'],
    ['não me escreva nos fins de semana', 'pt unclear'],
    ["ne m'écris pas le matin", 'fr not-during 5:00-12:00'],
    ['écris-moi seulement le soir', 'fr only-during 18:00-22:00'],
    ["ne m'écris pas le week-end", 'fr unclear'],
    ['schreib mir nicht morgens', 'de not-during 5:00-12:00'],
    ['schreib mir abends nicht mehr', 'de not-during 18:00-0:00'],
    ['schreib mir bitte nur zwischen zehn und acht Uhr abends', 'de only-during 10:00-20:00'],
    ['schreib mir nur am Wochenende', 'de unclear'],
    ['schreib mir nicht wenn ich arbeite', 'de unclear'],
    ['non scrivermi di mattina', 'it not-during 5:00-12:00'],
    ['scrivimi solo di sera', 'it only-during 18:00-22:00'],
    ['non scrivermi nel fine settimana', 'it unclear'],
    ['не пиши мне по утрам', 'ru not-during 5:00-12:00'],
    ['пиши мне только вечером', 'ru only-during 18:00-22:00'],
    ['не пиши мне по выходным', 'ru unclear'],
    ['早上不要给我发消息', 'zh not-during 5:00-12:00'],
    ['只在晚上给我发消息', 'zh only-during 18:00-22:00'],
    ['周末别给我发消息', 'zh unclear'],
    ['朝はメッセージしないで', 'ja not-during 5:00-12:00'],
    ['夜だけメッセージして', 'ja only-during 20:00-0:00'],
    ['週末は連絡しないでください', 'ja unclear'],
    ['لا تراسلني في الصباح', 'ar not-during 5:00-12:00'],
    ['راسلني فقط في المساء', 'ar only-during 18:00-22:00'],
    ['لا تراسلني في عطلة نهاية الأسبوع', 'ar unclear'],
    ['सुबह मुझे मैसेज मत करो', 'hi not-during 5:00-12:00'],
    ['सिर्फ़ शाम को मैसेज करो', 'hi only-during 18:00-22:00'],
    ['रविवार को मैसेज मत करो', 'hi unclear'],
  ])('of a time that is none of the clock: %s', (said, wish) => {
    expect(short(contactWish(said))).toBe(wish);
  });

  it.each([
    'not before 8pm and not after 11am',
    'not before 11am and not before noon',
    'not before 11am and I mean it',
  ])('is no time between two: %s', (said) => {
    expect(contactWish(said)).toBeNull();
  });
});
