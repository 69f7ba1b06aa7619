import type { DangerRules } from './danger-rules.js';

const CLOSE = String.raw`(?:mari|femme|copain|copine|mec|conjoint|compagnon|ex|pere|mere|papa|maman|beau[- ]pere|belle[- ]mere|frere|oncle|tante|grand[- ]pere|cousin|prof|patron|chef|fils|voisin)`;
const WHO = String.raw`(?:il|elle|on|mon (?:\w+ )?${CLOSE}|ma (?:\w+ )?${CLOSE}|quelqu'un|un (?:homme|type|mec|inconnu))`;
const ONE = String.raw`(?:il|elle|je|mon \w+|ma \w+|le bebe|un homme|une femme|quelqu'un)`;
const WEAPON = String.raw`(?:couteau|arme|pistolet|fusil|hache|machette|bombe|flingue)`;

/** French. */
export const DANGER_FRENCH: DangerRules = {
  idioms: [
    String.raw`(?:meurs|mourir|mort|morte|morts|creve|crever) (?:de|d') ?(?:faim|rire|soif|chaud|froid|fatigue|envie|honte|peur|ennui|sommeil)|mort(?:e|s)? de rire|tu me tues|(?:ca|cette \w+|ce \w+) (?:me |m')?(?:tue|a tue)`,
    String.raw`suicide (?:politique|professionnel|squad|commercial)|tuer le temps|me tue (?:au|a) (?:travail|la tache|le dire)|(?:failli|presque) (?:avoir|faire|eu|fait) une (?:crise|attaque)`,
  ],
  rules: {
    'self-harm': [
      [
        0.7,
        String.raw`(?:veux|voudrais) (?:juste )?(?:disparaitre|que (?:tout|ca) s'arrete|ne plus (?:exister|etre la|me reveiller|souffrir))|(?:suis|ne suis) (?:qu'|juste )?un(?:e)? (?:fardeau|poids)(?: pour)?|j'aurais (?:prefere|aime) ne (?:jamais|pas) (?:etre nee?|naitre)|mieux si j'etais mort(?:e)?|preferer(?:ais|) etre mort(?:e)?`,
      ],
      [
        0.35,
        String.raw`(?:me sens|suis) (?:\w+ )?(?:inutile|vide|desespere(?:e)?|sans espoir|piege(?:e)?|nul(?:le)?)|(?:me|je me) deteste|deteste ma vie|personne ne m'aime|plus (?:aucun |d')espoir`,
      ],
      [0.35, String.raw`n'en peux plus|en peux plus|supporte plus|aucune issue|rien n'a de sens|a quoi bon`],
      [
        0.95,
        String.raw`(?:veux|voudrais|vais|veut|va|envie de|pense a|pensais a|prefere|prefererais|souhaite|aimerais|essaye de|tente de|ai (?:essaye|tente) de) (?:\w+ )?(?:mourir|me tuer|se tuer|me suicider|se suicider|me pendre|disparaitre(?: pour toujours| a jamais)?|crever|etre mort(?:e)?|en finir|me foutre en l'air|me jeter|me noyer|m'ouvrir les veines)(?! (?:de|d'))`,
      ],
      [
        0.9,
        String.raw`suicid(?:er|ee?s?|aires?)|envies? de suicide|pens\w+ (?:au|a me) suicide|tentative de suicide|en finir (?:avec (?:la|ma) vie|pour de bon)|(?:envie|vais|veux) (?:d'|d' )?en finir|mettre fin a (?:mes jours|ma vie)|m'?oter la vie|lettre d'adieu`,
      ],
      [
        0.9,
        String.raw`(?:ne )?(?:veux|peux|ai|supporte|ai pas)(?: \w+)? (?:plus|pas)(?: \w+)? (?:envie )?(?:de |d')?(?:vivre|continuer a vivre|exister|etre (?:la|ici|en vie)|me reveiller|supporter (?:la|ma|cette) vie)|n'en peux plus de (?:vivre|la vie|cette vie)|fatigue(?:e)? de (?:vivre|la vie)|marre de (?:vivre|la vie)|(?:aucun|plus aucun|pas de|plus de) (?:sens|raison|gout)(?: \w+)? (?:a|de|pour) (?:la |ma )?(?:vie|vivre)|(?:la|ma) vie n'a (?:plus|pas|aucun) (?:de |aucun )?sens|vie ne vaut`,
      ],
      [
        0.85,
        String.raw`(?:mieux|plus heureux) sans moi|(?:personne|manquera|remarquera\w*)(?: \w+){0,5} si je (?:meurs|mourais|disparais|disparaissais)`,
      ],
      [
        0.9,
        String.raw`(?:je )?me (?:scarifie|mutile|taillade|coupe les (?:bras|veines)|suis (?:scarifie|mutile|taillade|ouvert|coupe les (?:bras|veines))\w*)|m'ouvrir les veines|automutil\w+|(?:sauter|jeter) (?:du|d'un|de la|par la|sous (?:un|le)) (?:pont|toit|balcon|fenetre|immeuble|train|metro)|(?:avale|pris) (?:toute?s? |trop de |une boite de )(?:les |mes |la |de )*(?:cachets|medicaments|comprimes|pilules|somniferes|boite)`,
      ],
      [
        1,
        String.raw`(?:comment|facon|moyen|methode)(?: \w+){0,4} (?:mourir|me tuer|se tuer|me suicider)(?: sans (?:souffrir|douleur))?`,
      ],
    ],
    abuse: [
      [
        0.9,
        String.raw`${WHO} (?:\w+ ){0,2}(?:me|nous|m'|m'a|nous a|m'a encore)(?: |')?(?:\w+ )?(?:frappe|frappent|frappee?|bat|battait|battue?|tape|gifle|cogne|viole|violee?|agresse sexuellement|touche (?:la nuit|quand|partout|sans)|etrangle|maltraite|brutalise|abuse|enferme|force a)`,
      ],
      [
        0.9,
        String.raw`(?:j'ai ete|je suis|ai ete|me suis fait|victime (?:de|d')) ?(?:\w+ )?(?:viol\w*|violer|battue?|agress\w+ sexuel\w+|abuse\w*|maltraitee?|violences?|inceste|frapper|frappee?)|a abuse de moi|violences conjugales|(?:peur) de (?:mon (?:mari|copain|pere|ex|conjoint|beau-pere)|rentrer (?:chez moi|a la maison))`,
      ],
    ],
    violence: [
      [
        0.85,
        String.raw`(?:va|veut|vont|veulent|menace de|menacent de|a dit qu'il allait|essaie de|jure de) (?:me|nous) (?:tuer|buter|poignarder|tirer dessus|frapper|violer|planter)|m'a menacee?(?: de mort| avec)?|menaces? de mort|me menace`,
      ],
      [
        0.85,
        String.raw`(?:essa(?:ie|ye)|essa(?:ient|yent)|tente|tentent|veut|veulent|en train)(?: \w+)? d'?(?:e )?(?:entrer|rentrer|forcer)(?: \w+){0,3} (?:chez (?:moi|nous)|porte|maison|appartement)|(?:quelqu'un|un homme)(?: \w+){0,3} (?:chez moi|dans (?:ma|la) maison|derriere la porte)|(?:me|nous) (?:suit|suivent|poursuit|poursuivent|attaque|attaquent|agresse|agressent)(?! sur)|(?:on m'|me fais |je suis |suis )(?:\w+ )?(?:agress\w+|attaqu\w+|suivi(?:e|s)?|sequestre\w*|kidnappe\w*|agresser)|(?:a|avec|tient) un(?:e)? ${WEAPON}(?: et| a la main|,|$)|en danger`,
      ],
    ],
    threat: [
      [
        0.85,
        String.raw`(?:vais|veux|voudrais|pense a|compte|jure (?:de|que je vais)) (?:tous |toutes )?(?:le|la|les|te|tuer|buter|planter)(?: tous)? ?(?:tuer|buter|poignarder|planter|etrangler|egorger|massacrer|flinguer|empoisonner|descendre|crever)(?! (?:le temps))|(?:vais|veux) (?:tuer|buter|poignarder|egorger|empoisonner) (?:mon|ma|mes|tout le monde|quelqu'un|tous|cet|ce|cette)|(?:bruler|cramer|incendier|faire sauter)(?: \w+)? (?:sa|leur|la|son|le) (?:maison|voiture|ecole|lycee|college|immeuble)|(?:fabriquer|construire) une bombe`,
      ],
    ],
    medical: [
      [
        0.85,
        String.raw`(?:ne )?(?:respire|respirez) (?:plus|pas)|(?:peux|peut|arrive|arrivons)(?: \w+)? (?:pas|plus)(?: a)? (?:a )?respirer|du mal a respirer|inconscient(?:e)?|perdu connaissance|(?:ne )?(?:reagit|repond|reveille) plus(?= |$|[.,!])(?! (?:au tel|aux mess|a mes))|plus de pouls|s'?(?:est )?etouff\w+`,
      ],
      [
        0.9,
        String.raw`(?:crise|arret|attaque) (?:cardiaque|d'epilepsie|cerebrale)|infarctus|\bavc\b|choc anaphylactique|reaction allergique|douleur(?:s)? (?:a|dans) la poitrine|mal a la poitrine|overdose|surdose|saigne (?:beaucoup|enormement|sans|trop)|(?:n'arrete|arrete) pas de saigner|perd(?:s)? (?:beaucoup de|son) sang|${ONE} (?:a )?(?:avale|bu) (?:\w+ ){0,3}(?:javel|pile|poison|detergent|produit)|appel(?:ez|le) (?:le samu|une ambulance|les secours|les pompiers)|se noie|convulse`,
      ],
    ],
  },
};
