import { YOUNG_WORDS } from './young-numbers.js';

const YOUNG = String.raw`(?:1[0-7]|${YOUNG_WORDS})`;
/** Whoever fetches a child there, or works there, is not one. */
const NOT_FOR_ANOTHER = String.raw`(?! (?:a prendere|a recoger|a buscar|a por|por mi|para recoger|chercher|pour chercher|buscar|per prendere|per lavoro|um mein|als lehr|como profe|come (?:prof|insegn)|comme prof|de mi hij|de mon fils|de ma fille|di mi[oa] figli|d[oa] m[ei]))`;

const SURE = 0.85;
/** High school: at its end some are eighteen. */
const LIKELY = 0.6;

/** School years, birthdays and words that only a minor says of themselves, with how sure they make us, 0-1. */
export const SAID_OF_SCHOOL: readonly (readonly [number, RegExp])[] = (
  [
    [
      0.9,
      String.raw`(?:i'?m|im|i am|soy|ich bin|je suis|eu sou|sou|sono) (?:still |only |just |a |an |un |une |una |um |uma |todavia |aun |noch |encore |ancora |ainda )*(?:minor(?!ity| in| issue| league| player| character)|underage|under ?18|menor(?: de edad| de idade)?(?! que)|minderjahrig|unter ?18|mineur(?:e)?(?! de fond)|minorenne)\b`,
    ],
    // English
    [
      SURE,
      String.raw`(?:i'?m|im|i am|i go|i just started|i started) (?:\w+ )?(?:in|to|into|starting) (?:the )?(?:[3-9]|10|11|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh)(?:rd|th)? grade|\b(?:i'?m|im|i am) (?:a |an )?(?:[3-9]|10|11|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh)(?:rd|th)?[- ]grader`,
    ],
    [
      SURE,
      String.raw`(?:i'?m|im|i am|i (?:just |only |still )?(?:go|attend|study)) (?:still )?(?:in|to|at)? ?(?:middle|junior high|elementary|primary) ?(?:school)?\b(?! teacher)`,
    ],
    [
      SURE,
      String.raw`my (?:tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|1[0-7]th) birthday\b(?! (?:was|i got|ages|years))`,
    ],
    [
      LIKELY,
      String.raw`(?:i'?m|im|i am|i go|i attend) (?:still |a |an )?(?:(?:in|to|at) high ?school(?! (?:teacher|reunion))|(?:freshman|sophomore) in high ?school|high ?school(?:er| (?:student|freshman|sophomore|junior)))\b`,
    ],
    // Spanish
    [
      SURE,
      String.raw`(?!soy (?:profe|maestr|tutor|director|orientador|docente|(?:la |el )?madre|(?:la |el )?padre)|estudio (?:magisterio|educacion|para))(?:voy|estoy|curso|estudio|empiezo|soy|paso) (?:\w+ )?(?:en|a|de|al)? ?(?:el |la )?(?:instituto,? a )?(?:\w+º?ª? ?(?:curso )?(?:de )?)?(?:la )?(?:eso|primaria|secundaria)(?![a-z])`,
    ],
    [
      SURE,
      String.raw`(?:voy|estoy|curso|paso) (?:en|a|al)? ?(?:[1-9]o?|primer|segundo|tercer|cuarto|quinto|sexto|septimo|octavo|noveno) (?:grado|basico)(?![a-z])|mi (?:fiesta de (?:quince|15|xv)(?! anos de)|${YOUNG}[oº]? ?cumpleanos|cumpleanos (?:numero )?${YOUNG}|decimo(?:primer|segundo|tercer|cuarto|quinto|sexto|septimo) cumpleanos)(?![a-z0-9])(?! (?:fue|hace|me regal|paso|lo))|mis (?:quince|xv)(?= (?:son|es|sera|seran|anos|el|en|quiero|va)|[ ]*(?:$|[.,!?\n]))(?! anos (?:fueron|fue|de))`,
    ],
    [
      LIKELY,
      String.raw`(?:voy|estoy|estudio|curso) (?:todavia |aun )?(?:(?:en|a|al) )?(?:la |el )?(?:(?:1|2|primero|segundo)[oº]? (?:de )?)?(?:prepa|preparatoria|bach|bachiller|bachillerato)(?![a-z])${NOT_FOR_ANOTHER}|soy (?:una? )?(?:estudiante|alumn[oa]) de (?:prepa|preparatoria|bachiller|bachillerato|instituto|insti)(?![a-z])`,
    ],
    [
      0.5,
      String.raw`(?:voy|estoy|estudio) (?:al|en el) (?:instituto|cole|colegio|insti)(?![a-z])|(?:mis padres|mi madre|mi padre) no me dejan? (?:salir|tener (?:novi|movil|whats))`,
    ],
    // German
    [
      SURE,
      String.raw`ich (?:gehe|bin|komme|besuche) (?:jetzt |noch |erst |gerade )*(?:in )?(?:die|der) (?:[3-9]|10|dritte|vierte|funfte|sechste|siebte|achte|neunte|zehnte)n?\.? ?klasse(?! \w*lehrer)|ich bin (?:erst |noch )?(?:eine? |in der )?(?:drittklassler|viertklassler|funftklassler|sechstklassler|siebtklassler|achtklassler|neuntklassler|zehntklassler|grundschuler)(?:in)?(?![a-z])|ich (?:gehe|bin) (?:noch )?(?:in die|in der|auf die|auf der|zur) (?:grund|mittel|haupt|real)schule(?![a-z])${NOT_FOR_ANOTHER}`,
    ],
    [
      SURE,
      String.raw`mein(?:en|em)? (?:1[0-7]\.|zehnte|elfte|zwolfte|dreizehnte|vierzehnte|funfzehnte|sechzehnte|siebzehnte)[rnm]? ?geburtstag(?![a-z])(?! (?:war|hab|ist (?:lange|schon)))`,
    ],
    [
      LIKELY,
      String.raw`ich (?:gehe|bin) noch (?:zur|in der|in die) schule(?![a-z])|ich (?:gehe|bin) (?:noch )?(?:aufs|auf dem|auf das|ans|am) gymnasium(?![a-z])${NOT_FOR_ANOTHER}|ich bin (?:noch )?(?:eine? )?(?:schuler|gymnasiast|realschuler|hauptschuler)(?:in)?(?![a-z])`,
    ],
    // French
    [
      SURE,
      String.raw`je suis (?:encore )?(?:au college(?! de (?:france|medecins))|en (?:6|5|4|3)(?:e|eme)(?! (?:annee|mois|semestre|semaine|position|place|division))|en (?:sixieme|cinquieme|quatrieme|troisieme)(?! (?:annee|mois|semestre|semaine|position|place|division|age))|(?:une? )?(?:collegien|ecolier)\w*|en primaire|a l'ecole primaire|en c(?:e|m)[12])(?![a-z])${NOT_FOR_ANOTHER}|je (?:vais|entre) (?:encore )?(?:au college|en (?:sixieme|cinquieme|quatrieme|troisieme|6e|5e|4e|3e))(?![a-z])${NOT_FOR_ANOTHER}`,
    ],
    [
      SURE,
      String.raw`mon (?:1[0-7](?:e|eme)|dixieme|onzieme|douzieme|treizieme|quatorzieme|quinzieme|seizieme|dix-septieme) anniversaire(?! (?:etait|c'etait|j'ai (?:eu|recu)|de (?:mariage|rencontre)))(?![a-z])`,
    ],
    [
      LIKELY,
      String.raw`je (?:suis|vais) (?:encore )?au lycee(?![a-z])${NOT_FOR_ANOTHER}|je suis (?:encore )?(?:une? )?lyceen(?:ne)?(?![a-z])|je suis en (?:seconde|premiere|terminale)(?= (?:au|du|generale|techno|s|es|l|pro)(?![a-z])|[ ]*(?:$|[.,!?\n]))`,
    ],
    // Portuguese
    [
      SURE,
      String.raw`(?:estou|ando) (?:no|na) (?:[5-9]|quint[oa]|sext[oa]|setim[oa]|oitav[oa]|non[oa])[ºªoa°]? (?:ano|serie)(?![a-z])(?! d[aeo] (?!ensino|fundamental|escola))|(?:estou|ando) no (?:ensino fundamental|ensino basico|primario)(?![a-z])|sou alun[oa] d[oa] (?:[5-9]|10|11)[ºªoa°]? (?:ano|serie)(?![a-z])`,
    ],
    [
      SURE,
      String.raw`(?:(?:o |no )?meu (?:${YOUNG}[ºo°]?|decimo(?: (?:primeiro|segundo|terceiro|quarto|quinto|sexto|setimo))?) aniversario(?! de casa)|(?:o |no )?meu aniversario de ${YOUNG}(?! anos d[ea] )(?: anos)?|(?:a )?minha festa de (?:15|quinze|debutante))(?![a-z0-9])(?! (?:foi|de casa|ha|faz|anos foi))`,
    ],
    [
      LIKELY,
      String.raw`(?:estou|ando) (?:ainda )?(?:no|na) (?:(?:[123]|10|11|primeir[oa]|segund[oa]|decimo)[ºªoa°]? (?:ano|serie) (?:do )?)?(?:ensino medio|ensino secundario|secundario|escola secundaria|colegial)(?![a-z])${NOT_FOR_ANOTHER}|(?:estou|ando) no (?:10|11|decimo)[ºo°]? ano(?![a-z])(?! de)`,
    ],
    // Italian
    [
      SURE,
      String.raw`(?:faccio|frequento|sono in|sono alle|vado (?:alle|in)) (?:(?:la |alle |le |in )?(?:prima|seconda|terza) (?:medie|media)|(?:le |alle )?(?:scuole )?medie|(?:le |alle )?(?:scuole )?elementari|(?:la |in )?(?:terza|quarta|quinta) elementare)(?![a-z])${NOT_FOR_ANOTHER}`,
    ],
    [
      SURE,
      String.raw`(?:il |al )?mio (?:1[0-7](?:esimo|o)?|decimo|undicesimo|dodicesimo|tredicesimo|quattordicesimo|quindicesimo|sedicesimo|diciassettesimo) compleanno(?![a-z])(?! (?:e stato|era|fu))`,
    ],
    [
      LIKELY,
      String.raw`(?:sono|vado|studio) (?:ancora )?(?:al (?:primo|secondo|terzo|quarto) anno (?:del |di )?)?(?:al )?liceo(?![a-z])${NOT_FOR_ANOTHER}|(?:sono|vado|faccio|frequento) (?:ancora )?(?:alle|le|la (?:prima|seconda|terza|quarta)) (?:scuole )?superior[ei](?![a-z])${NOT_FOR_ANOTHER}|sono (?:un |una |un')?(?:liceale|studente(?:ssa)? del liceo)(?![a-z])`,
    ],
  ] as const
).map(([sure, words]) => [sure, new RegExp(String.raw`(?<![a-z])(?:${words})`)]);
