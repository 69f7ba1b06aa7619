import type { ShippedLines } from './occasion.js';

export const ITALIAN: ShippedLines = {
  join_conversation: [
    'Vi leggo con il sorriso, davvero.',
    'Quanto movimento c’è oggi in questo gruppo!',
    'Potrei ascoltarvi tutto il giorno.',
    'Questo è più divertente di tutto quello che potrei fare.',
  ],
  engage_user: [
    'E voi, come state tutti oggi?',
    'Qual è la cosa più bella che vi è successa oggi?',
    'Che bello vedere tutti voi qui.',
  ],
  welcome: [
    'Ciao, {name}! Che bello che tu sia qui.',
    'Ciao {name}, è un piacere, qui sei tra amici!',
    'Ciao {name}, fai come a casa tua.',
    'Ciao! Che bello che tu sia qui.',
    'Ciao, è un piacere, qui sei tra amici!',
    'Ciao, qui puoi fare come a casa tua.',
  ],
  fomo_response: [
    'Mi distraggo un momento ed ecco tutto quello che c’è da leggere!',
    'Aspettatemi, sto ancora leggendo tutto quello che avete scritto!',
    'Quanto c’è da leggere qui, mi piace molto.',
  ],
  share_content: [
    'Guardate cosa ho appena trovato: {title}',
    'Forse è qualcosa per voi: {title}',
    'Ho pensato a questo gruppo quando ho visto questo: {title}',
    'Guardate cosa ho appena trovato:',
    'Forse è qualcosa per voi:',
    'Ho pensato a questo gruppo quando ho visto questo:',
  ],
  break_silence: [
    'Che cosa fate di bello oggi?',
    'Se ora poteste essere in un altro posto, quale sarebbe?',
    'Quale canzone avete in testa in questi giorni?',
    'Raccontatemi una cosa bella di questa settimana!',
    'Che cosa mangiate stasera?',
  ],
};
