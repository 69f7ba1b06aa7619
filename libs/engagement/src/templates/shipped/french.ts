import type { ShippedTexts } from './shipped-texts.js';

export const FRENCH: ShippedTexts = {
  check_in: {
    generic: [
      'Coucou ! Comment vas-tu ? Je pensais à toi.',
      'Salut {name}, comment vas-tu ces temps-ci ?',
      'Je voulais juste te dire bonjour. Comment ça va ?',
      "J'ai pensé à toi aujourd'hui. Comment va la vie ?",
      'Salut ! Qu’as-tu fait de beau ces jours-ci ?',
    ],
    morning: ['Bonjour ! Comment commence ta journée ?', 'Bonjour ! Qu’as-tu de prévu aujourd’hui ?'],
    evening: ['Bonsoir ! Comment était ta journée ?', "Coucou, comment s'est passée ta journée ?"],
    'low-mood': [
      'Coucou, comment te sens-tu ? Je pensais à toi.',
      "Comment ça va ? J'espère que c'est un peu plus léger.",
    ],
    'long-silence': ['Ça fait longtemps ! Comment vas-tu ?', "Ça fait un moment. J'espère que tout va bien pour toi !"],
  },
  emotional_support: {
    generic: [
      "J'espère que tu vas bien. Je suis là si tu veux parler.",
      'Pas besoin de répondre, je voulais juste te dire que tu comptes.',
      "Comment vas-tu, vraiment ? J'ai le temps de t'écouter.",
      "Prends soin de toi aujourd'hui. Je suis là quand tu veux.",
      'Si quelque chose te pèse, tu peux m’en parler, je suis là.',
    ],
    morning: ["Bonjour. J'espère que la journée sera douce avec toi."],
    evening: ["Bonsoir. Si la journée a été lourde, je suis là pour t'écouter."],
    'low-mood': [
      "J'espère que c'est un peu plus léger. Je suis là si tu veux parler.",
      "Tu n'as pas à traverser ça en solitaire. On en parle ?",
    ],
  },
  memory_reminder: {
    generic: [
      'Je pensais justement à {memory}. Où en es-tu ?',
      'Quoi de neuf avec {topic} ? Raconte-moi !',
      "J'ai pensé à {topic}. Et à toi ! Comment vas-tu ?",
      'Je repensais à nos discussions. Quoi de neuf de ton côté ?',
      "J'aime repenser à ce que tu me racontes. Des nouvelles ?",
      'Je pense encore à nos dernières discussions. Comment vas-tu ?',
    ],
    event: [
      "J'ai pensé à ceci : {event}. Comment c'était ?",
      "Alors, {event} : comment c'était ? Raconte-moi !",
      "Je me souviens que ce jour comptait pour toi. Comment c'était ?",
    ],
    birthday: [
      'Joyeux anniversaire, {name} ! Passe une très belle journée.',
      'Joyeux anniversaire ! Que cette année soit belle pour toi.',
      'Bon anniversaire à toi ! Profite bien de ta journée.',
    ],
  },
  topic_suggestion: {
    generic: [
      'Tu as vu un bon film ces derniers temps ? Raconte !',
      'Quelle chanson écoutes-tu en boucle en ce moment ?',
      'Si tu pouvais être ailleurs maintenant, ce serait où ?',
      "Qu'est-ce que tu as mangé de meilleur cette semaine ?",
      "Tu as lu ou vu quelque chose de bien ? Je t'écoute.",
      "Qu'est-ce qui t'a fait rire en dernier ? Raconte.",
      'Et avec {topic}, ça avance ? Raconte-moi un peu !',
    ],
    morning: ["Bonjour ! Qu'est-ce qui te fait envie aujourd'hui ?"],
    evening: ['Bonsoir ! Quel a été le meilleur moment de ta journée ?'],
  },
};
