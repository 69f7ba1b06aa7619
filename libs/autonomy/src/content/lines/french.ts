import type { ShippedLines } from './occasion.js';

export const FRENCH: ShippedLines = {
  join_conversation: [
    'Je vous lis avec le sourire.',
    "Qu'est-ce que ça bouge ici aujourd'hui !",
    'Je pourrais vous écouter toute la journée.',
    "C'est plus amusant que tout ce que je pourrais faire d'autre.",
  ],
  engage_user: [
    "Et vous tous, comment allez-vous aujourd'hui ?",
    "Quelle est la meilleure chose qui vous soit arrivée aujourd'hui ?",
    'Ça fait plaisir de vous voir tous ici.',
  ],
  welcome: [
    'Bienvenue, {name} ! Nous sommes très contents que tu sois là.',
    'Bonjour {name}, ça fait plaisir que tu sois là !',
    'Salut {name}, fais comme chez toi.',
    'Bienvenue ! Nous sommes très contents que tu sois là.',
    'Bonjour, ça fait plaisir que tu sois là !',
    'Bonjour et bienvenue, fais comme chez toi.',
  ],
  fomo_response: [
    "Je m'absente un moment et voilà tout ce qu'il y a à lire !",
    'Attendez-moi, je suis encore en train de tout lire !',
    "Il y a tellement à lire ici, j'adore ça.",
  ],
  share_content: [
    'Regardez ce que je viens de trouver : {title}',
    "C'est peut-être quelque chose pour vous : {title}",
    "J'ai pensé à ce groupe en voyant ça : {title}",
    'Regardez ce que je viens de trouver :',
    "C'est peut-être quelque chose pour vous :",
    "J'ai pensé à ce groupe en voyant ça :",
  ],
  break_silence: [
    "Qu'est-ce que vous faites de beau aujourd'hui ?",
    'Si vous pouviez être ailleurs maintenant, ce serait où ?',
    'Quelle chanson vous trotte dans la tête en ce moment ?',
    'Racontez-moi quelque chose de bien de cette semaine !',
    "Qu'est-ce que vous mangez ce soir ?",
  ],
};
