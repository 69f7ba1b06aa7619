import type { WishPatterns } from '../wish-patterns.js';

const NOT = "(?:ne )?m'(?:écris|écrivez|envoie|envoyez)(?: (?:de|des) messages)?";
const DO = '(?:écris|écrivez)-moi';

export const FRENCH: WishPatterns = {
  language: 'fr',
  less: [
    `${DO} (?:moins|moins souvent)`,
    `${NOT} pas (?:si|aussi|trop) souvent`,
    `${NOT} pas autant(?: de messages)?`,
    'moins de messages',
    "tu m'écris trop(?: souvent)?",
  ],
  more: [`${DO} plus souvent`, "(?:tu peux|vous pouvez) m'écrire plus souvent", 'plus de messages'],
  off: [
    `${NOT} (?:pas|plus|jamais) (?:en premier|le premier|la première|d'abord|de toi-même)`,
    `${NOT} plus(?: jamais)?`,
    `(?:arrête|arrêtez|cesse|cessez) de m'(?:écrire|envoyer des messages)(?: en premier| le premier| la première)?`,
    "(?:écris|réponds)(?:-moi)? seulement (?:quand|si) je t'écris(?: en premier| d'abord)?",
    `${NOT} (?:pas|plus) sauf si je t'écris(?: en premier| d'abord)?`,
    '(?:laisse|laissez|fiche|foutez|fous)-moi (?:tranquille|en paix|la paix)',
    'ne me (?:dérange|dérangez) (?:pas|plus)',
    'plus de messages',
  ],
  on: [
    "(?:tu peux|vous pouvez) (?:de nouveau |à nouveau )m'écrire(?: en premier| le premier| la première)?",
    "(?:tu peux|vous pouvez) m'écrire (?:de nouveau|à nouveau|encore|en premier|le premier|la première)",
    "(?:tu peux|vous pouvez) recommencer à m'écrire(?: en premier)?",
  ],
  notBefore: [
    'pas avant {time}',
    `${NOT} (?:pas|jamais) avant {time}`,
    'pas de messages? avant {time}',
    `${DO} seulement après {time}`,
  ],
  notAfter: [
    '(?:pas|plus) après {time}',
    `${NOT} (?:pas|plus|jamais) après {time}`,
    '(?:pas|plus) de messages? après {time}',
    `${DO} seulement avant {time}`,
  ],
  zone: [
    "mon fuseau(?: horaire)? (?:est|c'est) (?:celui de |celui du )?{place}",
    '(?:mets|change) mon fuseau(?: horaire)? (?:à|sur|pour) (?:celui de )?{place}',
    "je suis (?:à|sur) l'heure (?:de |du )?{place}",
  ],
  avoid: [
    "(?:ne )?(?:me )?(?:mentionne|parle|rappelle|reparle|mentionnez|parlez)(?:-moi)? (?:pas|plus|jamais)(?: de| du| des| d')? ?{topic}",
    "(?:ne )?m'en parle (?:pas|plus) de {topic}",
    "(?:arrête|arrêtez|cesse) de (?:me )?(?:mentionner|parler (?:de|du|des|d')|poser des questions sur) ?{topic}",
  ],
  noTopic:
    'ça|cela|ceci|lui|elle|moi|toi|nous|eux|comme ça|tout|rien|ce que .*|si .*|autant.*|trop.*|aussi .*|avec .*|à .*',
  clock: {
    numbers: ['zéro', 'une', ...'deux trois quatre cinq six sept huit neuf dix onze douze'.split(' ')],
    filler: 'les|heures?|h|pile',
    morning: 'du matin',
    afternoon: "de l'après-midi|du soir",
    night: 'de la nuit',
    noon: 'midi',
    midnight: 'minuit',
    halfPast: 'et demie?',
  },
  during: {
    not: [`${NOT} (?:pas|plus|jamais) {when}`, '(?:pas|plus) de messages? {when}'],
    only: [`${DO} (?:seulement|uniquement|que) {when}`, "(?:ne )?m'(?:écris|écrivez) que {when}"],
    notBare: ['(?:pas|jamais) {when}'],
    onlyBare: ['(?:seulement|uniquement) {when}'],
    parts: {
      morning: 'le matin|si tôt',
      afternoon: "l'après-midi",
      evening: 'le soir',
      night: 'la nuit|si tard',
    },
    between: '(?:entre|de) {time} (?:et|à) {until}',
    unkept: [
      '(?:les? |la |en |pendant (?:les? |la |mes )?)?(?:week-?ends?|semaine|jours (?:ouvrables|fériés)|vacances)',
      '(?:les? )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?',
      String.raw`(?:quand|pendant que) je (?:suis|travaille|dors)[\p{L} ]{0,30}`,
      "au travail|aujourd'hui|demain|cette semaine|ce week-?end|(?:une|deux) fois par (?:jour|semaine|mois)",
    ].join('|'),
  },
};
