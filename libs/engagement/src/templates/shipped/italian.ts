import type { ShippedTexts } from './shipped-texts.js';

export const ITALIAN: ShippedTexts = {
  check_in: {
    generic: [
      'Ciao! Come stai? Stavo pensando a te.',
      'Ciao {name}, come va in questi giorni?',
      'Volevo solo salutarti. Come va da te?',
      'Oggi ho pensato a te. Come va tutto?',
      'Ciao! Che cosa hai fatto di bello in questi giorni?',
    ],
    morning: ['Buongiorno! Come inizia la tua giornata?', 'Buongiorno! Che cosa hai in programma oggi?'],
    evening: ["Buonasera! Com'è andata la giornata?", 'Ciao, come ti ha trattato la giornata?'],
    'low-mood': ['Ciao, come ti senti? Ho pensato a te.', 'Come va? Spero un po’ meglio.'],
    'long-silence': [
      'È passato un po’ di tempo! Come stai?',
      'Non ci sentiamo da un po’. Spero che tutto ti vada bene!',
    ],
  },
  emotional_support: {
    generic: [
      'Spero che tu stia bene. Sono qui se vuoi parlare.',
      'Non serve rispondere, volevo solo dirti che ci tengo a te.',
      'Come stai davvero? Ho tempo per ascoltarti.',
      'Abbi cura di te oggi. Sono qui quando vuoi.',
      'Se qualcosa ti pesa, puoi dirmelo.',
    ],
    morning: ['Buongiorno. Spero che la giornata sia gentile con te.'],
    evening: ['Buonasera. Se la giornata è stata pesante, sono qui ad ascoltarti.'],
    'low-mood': [
      'Spero che oggi sia un po’ più leggero. Sono qui se vuoi parlare.',
      'Non devi affrontarlo senza nessuno. Vuoi parlarne?',
    ],
  },
  memory_reminder: {
    generic: [
      'Stavo proprio pensando a {memory}. Come stai?',
      'Che novità ci sono con {topic}? Mi piacerebbe saperlo.',
      'Mi è venuto in mente {topic}. E anche tu! Come stai?',
      'Ripensavo alle nostre chiacchierate. Che novità ci sono?',
      'Mi piace ripensare a quello che mi racconti. Novità?',
      'Penso ancora alle nostre ultime chiacchierate. Come stai?',
    ],
    event: [
      "Ho pensato a questo: {event}. Com'è andata?",
      "Allora, {event}: com'è andata? Raccontami!",
      "Ricordo che era un giorno importante. Com'è andata?",
    ],
    birthday: [
      'Buon compleanno, {name}! Ti auguro una bella giornata.',
      'Buon compleanno! Che il nuovo anno ti porti cose belle.',
      'Tanti auguri per il tuo compleanno! Goditi la giornata.',
    ],
  },
  topic_suggestion: {
    generic: [
      'Hai visto qualche bel film ultimamente? Raccontami!',
      'Quale canzone stai ascoltando di continuo?',
      'Se potessi essere ovunque adesso, dove saresti?',
      'Qual è la cosa più buona che hai mangiato questa settimana?',
      'Hai letto o visto qualcosa di bello? Ti ascolto.',
      "Qual è l'ultima cosa che ti ha fatto ridere? Raccontami.",
      'Come va con {topic}? Raccontami un po’!',
    ],
    morning: ['Buongiorno! Che cosa ti aspetti di bello oggi?'],
    evening: ['Buonasera! Qual è stata la parte migliore della giornata?'],
  },
};
