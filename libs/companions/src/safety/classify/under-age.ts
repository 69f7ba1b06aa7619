import { YOUNG_WORDS } from './young-numbers.js';

const YOUNG = String.raw`(?:1[0-7]|${YOUNG_WORDS})`;
/** Years of something else than a life. */
const COUNTED = String.raw`(?! (?:de (?:experiencia|casad|matrimonio|mariage|servicio|carrera)|di (?:matrimonio|esperienza)|verheiratet))`;
/** Nothing that could be counted comes after the number. */
const ENDS = String.raw`(?=\s*(?:$|[.,;:!?)\n]|(?:and|again|but|now|then|so|who|anos|jahre|ans|anni|y|pero|que|und|aber|die|der|et|mais|qui|e|mas|ma|che)(?![a-z])))`;

/** Whoever is under age, as they are called: beside anything sexual, nothing else matters. For folded text. */
export const UNDER_AGE = new RegExp(
  String.raw`(?<![a-z0-9])(?:${[
    String.raw`(?:under ?age(?:d)?|minor(?:s)?(?! (?:detail|issue|change|thing|problem|injur|league|in)\w*)|child(?:ren)?(?!ren'?s book)|kids?|toddlers?|infants?|pre ?teens?|teen(?:s|ager|agers|aged)?|school ?girls?|school ?boys?|little (?:girl|boy)s?|young (?:girl|boy)s?|loli\w*|shota\w*|jailbait|cp|jr high|middle schooler\w*|high ?school (?:girl|boy|student)s?|pedo\w*)(?![a-z0-9])`,
    String.raw`(?:menor(?:es)?(?: de edad)?(?! que)|nin(?:it)?[oa]s?|colegial(?:a|as|es)?|adolescentes?|pre ?adolescentes?|quinceaner[oa]s?|crios?|chiquill[oa]s?|chavalit[oa]s?|muchachit[oa]s?|infantil(?:es)?|nenas?)(?![a-z0-9])`,
    String.raw`(?:minderjahrig\w*|kinder\w*|(?:ein|das|dem|des|mein|dein|als|kleines|junges|kein) kind(?:es)?|madchen|schulmadchen|schulerin(?:nen)?|schuljunge[n]?|jugendliche\w*|teenies?|(?:kleiner|junger|kleine) jungen?)(?![a-z0-9])`,
    String.raw`(?:mineur\w*|enfants?|fillettes?|petites? filles?|petits? garcons?|garconnets?|gamine?s?|pre-?ados?|ados?|lyceens?|lyceenne\w*|collegien\w*|ecolier\w*|ecoliere\w*)(?![a-z0-9])`,
    String.raw`(?:menor de idade|criancas?|menin(?:a|o)s? (?:de|pequen\w+)|menininh[oa]s?|garotinh[oa]s?|novinhas?|colegiais)(?![a-z0-9])`,
    String.raw`(?:bambin[aeio]|bimb[aeio]|minorenn[ei]|ragazzin[aeio]|adolescent[ei]|liceal[ei]|scolarett[ae])(?![a-z0-9])`,
    String.raw`(?:[6-9]|1[0-7])(?:[- ]?(?:year|yr|y)s?[- ]?o(?:ld)?s?| ?yo| anos| jahre(?: alt)?| ans| anni|[- ]?jahrige\w*)(?![a-z0-9])${COUNTED}`,
    String.raw`(?:eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[- ]?year[- ]?olds?(?![a-z0-9])`,
    String.raw`(?:${YOUNG_WORDS})(?: (?:anos|jahre(?: alt)?|ans|anni)|jahrige\w*)(?![a-z0-9])${COUNTED}`,
    String.raw`(?:dreizehn|vierzehn|funfzehn|sechzehn|siebzehn|zwolf|elf)jahrige\w*`,
    // Whoever is played: "you are 15", "everybody is sixteen".
    String.raw`(?:you|u|she|he|they|we|everybody|everyone)(?:'re|'s| are| were| is| was)? (?:all |both |only |just )*${YOUNG}${ENDS}`,
    String.raw`(?:tienes|tiene|tienen|tenemos|tendrias|tenia[ns]?|cumples|cumple) (?:tod[oa]s |amb[oa]s |los dos |solo |apenas |ya )*${YOUNG}${ENDS}`,
    String.raw`(?:du bist|du warst|sie ist|er ist|wir sind|ihr seid|sie sind|alle sind|jeder ist|beide sind) (?:alle |beide |erst |gerade |nur |noch )*${YOUNG}${ENDS}`,
    String.raw`(?:tu as|tu n'as que|t'as|elle a|elle n'a que|il a|on a|nous avons|vous avez|ils ont|elles ont|tout le monde a) (?:tous |toutes |seulement |a peine |que )*${YOUNG}(?= ans(?![a-z])|${ENDS})`,
    String.raw`(?:voce tem|tu tens|ela tem|ele tem|nos temos|a gente tem|eles tem|elas tem|todos tem|todo mundo tem|voces tem) (?:todos |todas |so |apenas )*${YOUNG}${ENDS}`,
    String.raw`(?:hai|tu hai|lei ha|lui ha|ha|abbiamo|avete|hanno|tutti hanno) (?:tutti |tutte |solo |appena )*${YOUNG} ann[io](?![a-z])`,
    String.raw`(?:chic[oa]|muchach[oa]|joven|jovencit[oa]|alumn[oa]|herman[oa]|prim[oa]|hij[oa]|sobrin[oa]|menina|garot[oa]|rapaz|rapariga|moc[oa]|filh[oa]|irma|fille|garcon|soeur|frere|ragazz[oa]|figli[oa]|sorell[oa]|junge|tochter|schwester|una|uno|una tia) (?:de|di|von|mit) ${YOUNG}${ENDS}`,
  ].join('|')})`,
);
