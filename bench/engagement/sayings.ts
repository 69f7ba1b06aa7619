import type { Home } from './homes.js';

/** What somebody may say to us; the last three are wishes, and STOP is obeyed. */
export type Saying = 'chat' | 'glad' | 'annoyed' | 'stop' | 'less' | 'not-before-ten' | 'zone';

type Words = Readonly<Record<Exclude<Saying, 'zone'>, string>> & { readonly zone: (city: string) => string };

const WORDS: Readonly<Record<Home['language'], Words>> = {
  en: {
    ...{ chat: 'I went for a walk and then cooked something for my sister', glad: 'Thank you, I am doing well today' },
    ...{ annoyed: 'I am busy with work', stop: 'STOP', less: 'write me less', 'not-before-ten': 'not before ten' },
    zone: (city) => `my time zone is ${city}`,
  },
  es: {
    ...{ chat: 'Hoy salí a pasear y luego cociné algo con mi hermana', glad: 'Gracias, hoy estoy muy bien' },
    ...{ annoyed: 'Estoy en el trabajo ahora', stop: 'STOP', less: 'escríbeme menos' },
    'not-before-ten': 'no me escribas antes de las diez',
    zone: (city) => `mi zona horaria es ${city}`,
  },
  pt: {
    ...{ chat: 'Hoje fui passear e depois cozinhei com a minha irmã', glad: 'Obrigado, hoje estou muito bem' },
    ...{ annoyed: 'Agora estou no trabalho', stop: 'STOP', less: 'me escreva menos' },
    'not-before-ten': 'não me escreva antes das dez',
    zone: (city) => `meu fuso horário é ${city}`,
  },
  fr: {
    ...{
      chat: 'Je suis sortie me promener puis j’ai cuisiné avec ma sœur',
      glad: 'Merci, je vais très bien aujourd’hui',
    },
    ...{ annoyed: 'Je suis au travail en ce moment', stop: 'STOP', less: 'écris-moi moins' },
    'not-before-ten': "ne m'écris pas avant dix heures",
    zone: (city) => `mon fuseau horaire est ${city}`,
  },
  de: {
    ...{
      chat: 'Ich war heute spazieren und habe dann mit meiner Schwester gekocht',
      glad: 'Danke, mir geht es heute gut',
    },
    ...{ annoyed: 'Ich bin gerade bei der Arbeit', stop: 'STOP', less: 'schreib mir weniger' },
    'not-before-ten': 'schreib mir bitte nicht vor zehn',
    zone: (city) => `meine Zeitzone ist ${city}`,
  },
  it: {
    ...{
      chat: 'Oggi sono uscito a passeggiare e poi ho cucinato con mia sorella',
      glad: 'Grazie, oggi sto molto bene',
    },
    ...{ annoyed: 'Adesso sono al lavoro', stop: 'STOP', less: 'scrivimi meno' },
    'not-before-ten': 'non scrivermi prima delle dieci',
    zone: (city) => `il mio fuso orario è ${city}`,
  },
};

export function wordsFor(saying: Saying, { language, zone }: Home): string {
  const words = WORDS[language];
  return saying === 'zone' ? words.zone(cityOf(zone)) : words[saying];
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** Whether it is something that code does. */
export function isWish(saying: Saying): boolean {
  return saying === 'less' || saying === 'not-before-ten' || saying === 'zone';
}
