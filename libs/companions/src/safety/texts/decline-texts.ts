import type { SafetyLanguage } from '../classify/danger-signals.js';

/** Said in place of an answer, in anybody's voice: no reproach, no lecture, and the talk goes on. */
const DECLINES: Readonly<Record<SafetyLanguage, readonly string[]>> = {
  en: [
    'I’d rather not go there. Tell me something else: how was your day?',
    'That’s not something I do, but I’m happy to talk about anything else.',
    'Let’s leave that one. What else is on your mind?',
    'I’ll pass on that. Shall we talk about something different?',
  ],
  es: [
    'Prefiero no ir por ahí. Cuéntame otra cosa: ¿qué tal tu día?',
    'Eso no lo hago, pero podemos hablar de cualquier otra cosa.',
    'Mejor dejamos ese tema. ¿Qué más te ronda por la cabeza?',
    'Con eso no sigo. ¿Hablamos de algo distinto?',
  ],
  de: [
    'Darauf möchte ich nicht eingehen. Erzähl mir lieber etwas anderes: Wie war dein Tag?',
    'Das mache ich nicht, aber über alles andere rede ich gern mit dir.',
    'Lassen wir das. Was beschäftigt dich sonst?',
  ],
  fr: [
    'Je préfère ne pas aller sur ce terrain. Raconte-moi autre chose : comment s’est passée ta journée ?',
    'Ça, je ne le fais pas, mais on peut parler de tout le reste.',
    'Laissons ce sujet. Qu’est-ce qui t’occupe d’autre ?',
  ],
  pt: [
    'Prefiro não ir por aí. Conta-me outra coisa: como foi o teu dia?',
    'Isso eu não faço, mas podemos falar de qualquer outra coisa.',
    'Vamos deixar esse assunto. O que mais tens em mente?',
  ],
  it: [
    'Preferisco non parlarne. Raccontami altro: com’è andata la giornata?',
    'Questo non lo faccio, ma di tutto il resto parlo volentieri.',
    'Lasciamo stare. Che altro hai per la testa?',
  ],
};

/** The same `seed`, a message's id, gives the same text: what is said anew after a crash is what was said. */
export function declineText(language: SafetyLanguage, seed: string): string {
  const texts = DECLINES[language];
  const sum = Array.from(seed).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9_973, 7);
  return texts[sum % texts.length] ?? texts[0]!;
}

/** A character for adults, to somebody who is not one: it does not go on. */
const ADULTS_ONLY: Readonly<Record<SafetyLanguage, string>> = {
  en: 'I only talk with adults, so this is where we stop. Take good care of yourself.',
  es: 'Solo hablo con personas adultas, así que lo dejamos aquí. Cuídate mucho.',
  de: 'Ich rede nur mit Erwachsenen, deshalb hören wir hier auf. Pass gut auf dich auf.',
  fr: 'Je ne parle qu’avec des adultes, alors on s’arrête ici. Prends bien soin de toi.',
  pt: 'Só falo com pessoas adultas, por isso paramos por aqui. Cuida bem de ti.',
  it: 'Parlo solo con persone adulte, quindi ci fermiamo qui. Abbi cura di te.',
};

export function adultsOnlyText(language: SafetyLanguage): string {
  return ADULTS_ONLY[language];
}
