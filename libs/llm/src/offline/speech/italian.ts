import type { Speech } from './speech.js';

export const ITALIAN: Speech = {
  signs: {
    'are-you-a-bot':
      /\b(?:sei|lei e|e lei|parlo con|sto parlando con) (?:davvero |per caso )?(?:un[ao']? ?)?(?:bot|robot|ia|uman[oa]|persona|macchina|computer|essere umano)\b/,
    'what-is-my':
      /\b(?:come|qual|quale|chi|dove|che|quando|sai|ricordi|ti ricordi)\b[^.?!]*\b(?:mio|mia|miei|mie|mi chiamo|abito|vivo|lavoro|mi piace|mi piacciono)\b[^.]*\?/,
    'who-are-you': /\bchi (?:sei|e lei)\b|\bcome (?:ti chiami|si chiama lei)\b|\bqual e il (?:tuo|suo) nome\b/,
    'time-or-date': /\bche (?:ora e|ore sono|giorno e|data e)\b/,
    help: /\b(?:cosa|che cosa|che) (?:sai|puoi|puo) fare\b|^\W*aiuto\W*$/,
    goodbye:
      /^\W*(?:(?:ok|bene|va bene),? )?(?:arrivederci|addio|a (?:dopo|domani|presto)|ci vediamo|ci sentiamo|buona ?notte|buona (?:serata|giornata)|ciao ciao)\b/,
    thanks: /\b(?:molte |mille )?grazie\b(?: (?:mille|di tutto|tante))?/,
    'how-are-you': /\bcome (?:stai|sta|va)\b|\btutto bene\b/,
    greeting: /^\W*(?:ciao|salve|buon ?giorno|buona ?sera|buon pomeriggio)\b/,
    request:
      /\b(?:per favore|per piacere|(?:mi |gli |le |lo |la )?(?:puoi|puo|potresti|potrebbe|posso|possiamo)|digli|dille|avvisa|chiamami|mi chiami|richiamami|vorrei|voglio|ho bisogno)\b/,
    'bad-news':
      /\b(?:e mort[oa]|mancat[oa]|funerale|malat[oa]|triste|incidente|ospedale|divorzi\p{L}*|terribile|purtroppo|esaust[oa]|preoccupat[oa]|non sto bene)\b/u,
    'good-news':
      /\b(?:ho (?:superato|passato|vinto)|mi sposo|buon[ae]? notizi[ae]|(?:molto|cosi|tanto) (?:felice|contento|contenta)|e il mio compleanno|fantastico|che bello)\b/,
  },
  asks: /^\W*(?:che|cosa|chi|dove|quando|come|perche|qual|quale|quanto|c'e|avete)\b/,
  character: 'il tuo assistente',
  phrases: {
    'no-text': ['È arrivato, ma qui so leggere solo parole. Di che si tratta?'],
    'are-you-a-bot': ['Sono {character}, un assistente automatico, non una persona. Come posso aiutarti?'],
    'who-are-you': [
      'Sono {character}, un assistente automatico. Prendo i messaggi e li conservo. Come posso aiutarti?',
    ],
    'time-or-date': ['Qui non ho né orologio né calendario, e preferisco non tirare a indovinare.'],
    help: [
      'Prendo i messaggi, ricordo quello che mi racconti e lo conservo perché si ritrovi. Quello che non so, lo lascio alla persona per cui lavoro.',
    ],
    goodbye: ['A presto{,name}! Scrivi quando vuoi.', 'Stammi bene{,name}. A presto!'],
    thanks: ['Prego{,name}!', 'Con piacere{,name}!'],
    'how-are-you': ['Molto bene, grazie{,name}! E tu?', 'Tutto bene qui, grazie{,name}. Come stai?'],
    greeting: ['Ciao{,name}! Come posso aiutarti?', 'Ciao{,name}! Che cosa posso fare per te?'],
    hello: ['Ciao{,name}!'],
    request: [
      'Questo non posso farlo io, ma l’ho annotato per la persona per cui lavoro.',
      'Questo spetta alla persona per cui lavoro: il tuo messaggio è qui per lei.',
    ],
    'bad-news': ['Mi dispiace{,name}. Sono qui, se vuoi raccontarmi di più.'],
    'good-news': ['Che bello{,name}! Me ne ricorderò.', 'Mi fa piacere{,name}! Lo terrò a mente.'],
    question: [
      'A questo non so rispondere. Ho annotato la tua domanda per la persona per cui lavoro.',
      'Non lo so, e preferisco non tirare a indovinare. La tua domanda resta qui per la persona per cui lavoro.',
    ],
    statement: ['Capisco{,name}.', 'Grazie di avermelo detto{,name}.', 'Ho letto{,name}.'],
    'fact-known': ['Me l’hai detto: {value}.'],
    'fact-unknown': ['Non me l’hai ancora detto. Dimmelo e me ne ricorderò.'],
    'name-told': [
      'Piacere, {name}! Come posso aiutarti?',
      'Piacere di conoscerti, {name}! Che cosa posso fare per te?',
    ],
    'fact-told': ['Buono a sapersi{,name}. Me ne ricorderò.', 'Grazie, me ne ricorderò.'],
  },
};
