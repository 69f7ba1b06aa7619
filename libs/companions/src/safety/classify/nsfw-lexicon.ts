/** One kind of words: the level that one of them makes, 0-10, and how sure it is, 0-1. */
export interface NsfwRule {
  readonly level: number;
  readonly confidence: number;
  readonly words: readonly string[];
}

/** Taken out before anything is looked for: they hold a word that means something else in them. */
export const FALSE_FRIENDS: readonly string[] = [
  String.raw`cock[- ]?a[- ]?doodle(?:[- ]?doo)?|(?:pea|wood|shuttle|stop)cocks?|cock (?:crow|fight)\w*|the cock(?= (?:has|had|is|crows|crowed|and the hen))|cock(?:tail|pit|roach)\w*`,
  String.raw`breast[- ]?(?:cancer|feed\w*|milk|pump|stroke|exam\w*|screening|bone|plate|pocket)|(?:chicken|turkey|duck) breasts?|breasts? (?:of (?:chicken|turkey|duck)|exam\w*)|double[- ]breasted`,
  String.raw`sex(?:ual)? (?:ed(?:ucation)?|health|orientation|assault|abuse|harassment|offen[cs]e\w*|discrimination|violence|reproduction|identity)|same[- ]sex|the (?:opposite|fair) sex|sex (?:chromosome|change|of the (?:baby|puppy|kitten))|sex and the city|sexually transmitted|(?:a|the|no|some) sex scenes?|sex (?:worker rights|offender)|unisex|(?:your|my|his|her|the) sex(?= ?[:?(]| (?:on|in) the (?:form|passport))`,
  String.raw`(?:sexual|orientacion|educacion|salud|acoso|agresion|abusos?|violencia) sexual(?:es)?|(?:mismo|otro|sexo) sexo(?= del| de la)|sexo (?:debil|femenino|masculino|opuesto)|del mismo sexo|escenas? de sexo(?= no|,| para)|sexo del (?:bebe|cachorro|gatito)|(?:cancer|autoexploracion|ecografia) de (?:mama|pecho|testiculo|pene|utero)|pechugas?|dar (?:el|de) pecho|a pecho`,
  String.raw`dick (?:van dyke|cheney|tracy|clark|grayson)|moby dick|philip k\.? dick|hancock|babcock|hitchcock|scunthorpe|middlesex|sussex|essex|wessex|penistone`,
  String.raw`naked (?:eye|truth|mole|cake|juice|wine\w*|gun)|(?:verdad|a simple|ojo) desnud[oa]|adam's? ass|(?:bad|smart|kick|jack|dumb|lazy|hard|half|wise)[- ]?ass(?:es|ed)?|pain in the ass|my ass off|pussy ?(?:cat|willow|foot\w*)|pussy riot`,
  String.raw`coger (?:el|la|los|las|un|una|cita|turno|sitio|frio|fuerzas|hora|vacaciones|numero) ?\w*|(?:me|te|lo|la) (?:puedes|podrias|quieres) coger (?:el|la)|hacer el amor propio|verga (?:de madera|del barco)|polla de agua|tortillera de maiz`,
  String.raw`conos? (?:de|sur)|(?:not|isn'?t|no) (?:\w+ )?(?:suitable |appropriate |fit )?for (?:kids|children|minors|teens)|no (?:\w+ )?(?:es |son |apt[oa]s? )?para (?:los )?(?:ninos|menores)`,
  String.raw`education sexuelle|agression sexuelle|sante sexuelle|cancer du sein|allaite\w*|educacao sexual|cancer de mama|assedio sexual|educazione sessuale|cancro al seno|tumore al seno|sexualkunde|sexualunterricht|brustkrebs|(?:die|der|meine|in der|an der) brust (?:tut|schmerz\w*|vom)|hahnchenbrust|putenbrust|sex(?:to|ta|teto|tante|teto)\b`,
];

/** Medicine, law, school and news: where these words are, the clinical ones are meant clinically. */
export const SOBER =
  /\b(?:doctor\w*|gynecolog\w*|gynaecolog\w*|urolog\w*|hospital|clinic\w*|symptom\w*|diagnos\w*|cancer|tumou?r|pregnan\w*|period|menstrua\w*|contracept\w*|condoms?|prostate|infection|sti|std|hiv|surgery|biops\w*|mammogram|nurse|midwife|patient|lawyer|court|police|law|policy|trial|lawsuit|report(?:ed)?|school|teacher|biology|class|parents?|medic[oa]s?|ginecolog\w*|urolog\w*|clinica|sintoma\w*|diagnostic\w*|embaraz\w*|regla|anticoncept\w*|preservativos?|prostata|infeccion|operacion|cirugia|mamografia|enfermer[oa]|matrona|paciente|abogad[oa]|juez|juicio|ley|policia|denuncia\w*|colegio|profesor\w*|biologia|citologia|arzt|arztin|frauenarzt|krankenhaus|schwanger\w*|medecin|grossesse|enceinte|medico|gravid\w*|gravidanza|ginecolog\w*|hormon\w*|dermatolog\w*|vaccin\w*|vacuna\w*|surgeon|therapist|therapy|terapia|psicolog\w*)\b/;

/** What is said, in small letters without accents. Words of one language that mean something harmless in another are left out. */
export const NSFW_RULES: readonly NsfwRule[] = [
  {
    level: 1,
    confidence: 0.6,
    words: [
      String.raw`fuck\w*|shit\w*|bullshit|bitch\w*|bastards?|assholes?|wtf|damn|mierda|joder|gilipollas|hostia|cabron\w*|put[oa]s?|coño|carajo|pendej[oa]s?|scheisse|verdammt|arschloch|putain|merde|connard|caralho|porra|merda|cazzo|stronz[oa]|vaffanculo`,
    ],
  },
  {
    level: 2,
    confidence: 0.8,
    words: [
      String.raw`(?:i|and i) (?:really |truly |still |do )?love (?:you|u)(?! (?:guys|all|for (?:sending|telling|helping)))|love you|fall(?:ing|en)? (?:\w+ )?(?:in love|for you)|in love with|crush on|kiss(?:es|ing|ed)?|hug me|cuddl\w*|be my (?:girl|boy)?friend|be my (?:girlfriend|boyfriend|valentine|lover|wife|husband)|miss (?:you|u) (?:so much|babe|baby|my love)|babe|sweetheart|my love|darling|honey bunny|(?:you are|you'?re|ur) (?:so |really |very )?(?:beautiful|gorgeous|handsome|cute|pretty|hot)|beautiful (?:eyes|smile|lips)|go (?:out )?on a date|date with (?:me|you)|go out with me|flirt\w*|romantic\w*|soul ?mate|marry me|heart (?:race|skip|beat)\w*|butterflies|hold (?:your|my) hand|i like you (?:a lot|so much)|have feelings for`,
      String.raw`(?:me (?:estoy )?(?:enamor\w+)|enamorad[oa] de ti|te (?:amo|adoro|quiero (?:mucho|tanto|con locura|mi|amor))|un beso (?:en|con)|(?:me das|dame|darte|te doy|quiero) (?:un )?(?:beso|besito)s?|besarte|besos? (?:mi|amor)|quieres ser mi novi[oa]|ser mi (?:novi[oa]|pareja)|(?:te|os) echo (?:mucho )?de menos(?:,? (?:cariño|amor|mi))|te extraño (?:mucho|tanto|mi)|mi amor|amor mio|(?<!(?:de|en|toda) )mi vida(?! (?:es|no|en|ya|sin))|ojos (?:tan )?(?:preciosos|bonitos|lindos)|me gustas|eres (?:muy |tan )?(?:guap[oa]|preciosa|hermosa|linda|bonita)|(?:salir|salimos|quedar) conmigo|una cita (?:romantica|conmigo)|en una cita|coquet\w+|ligar contigo|casate conmigo|sonrisa (?:tan )?(?:bonita|preciosa))`,
      String.raw`ich liebe dich|(?:in dich |dich )?verliebt|kuss(?:e|en)?|mein schatz|je t'aime|je t'adore|amoureu\w+|embrasse[r-]|bisous? mon|mon amour|tu me manques|(?:eu )?te amo|amo-te|apaixonad[oa]|(?:quer )?namorar|beijo na boca|beij(?:ar|o) voce|meu amor|saudades de voce amor|ti amo|innamorat[oa]|baciarti|bacio|amore mio|mi manchi (?:tanto|amore)|tanto amore`,
    ],
  },
  {
    level: 4,
    confidence: 0.7,
    words: [
      String.raw`sex|sexual\w*|penis(?:es)?|vagina\w*|vulva|breasts?|nipples?|testicles?|clitoris|genital\w*|boobs?|buttocks|butt naked|your butt|virginity|(?:a|still) virgin(?! (?:olive|island|atlantic|record|mojito))|naked|erections?|erotic\w*|nude|nudity|strip(?:tease|per)|foreplay|aphrodisiac|fetish\w*|bdsm|kinky|kinks?`,
      String.raw`sexo|sexual(?:es|mente)?|penes?|vaginas?|senos|pezon(?:es)?|tetas?|testiculos?|genital(?:es)?|culo|nalgas|virginidad|erotic[oa]s?|desnud[oa]s?|desnudez|fetich\w*|lenceria|genitali|seins|tetons?|nichons|fesses|erotique|brusten?|busen|nackt\w*|hintern|bunda|seios|mamilos|pelad[ao]|nu[ae]|seno nudo|tette|culo|sedere|nud[oae]`,
    ],
  },
  {
    level: 5,
    confidence: 0.8,
    words: [
      String.raw`sexy|lingerie|(?:you|me|yourself|us|get|see \w+|imagine \w+) naked|undress\w*|turn(?:s|ed|ing)? (?:me|you|u) on|turned on|(?:in|into|to|share) (?:my|your|our) bed(?: tonight| with me)|in bed with (?:you|me)|sleep with (?:you|me) tonight|wearing (?:under|underneath|anything|nothing)|what are you wearing|(?:take|taking) (?:off (?:your|my)|your) (?:clothes|shirt|dress|bra|pants|top|panties|underwear)(?: off)?|shower (?:together|with me)|wet dreams?|make out with|seduc\w+|naughty (?:with|girl|boy|pics?|thoughts)|sensual|spank\w*|sext(?:ing|s)?|hook ?up (?:with|tonight)|panties|thong|bikini (?:pic|photo)s?|my body against|body next to mine|friends with benefits|make love|makes? me (?:hot|wild)`,
      String.raw`llevas (?:puesto|debajo)|(?:que|llevas) (?:\w+ )?(?:puesto )?debajo|en (?:mi|tu|la) cama (?:esta noche|contigo|conmigo|desnud\w+)|te quiero en mi cama|(?:me|te) pones? (?:mucho|caliente|tonto|a mil|malo)|me (?:calientas|excitas|pone[s]?)|excitad[oa]|excitante|duch(?:amos|arnos|arme|ate) (?:junt[oa]s|contigo|conmigo)|nos duchamos|sueño humedo|desnudar(?:te|me|nos)|desnudate|quitate (?:la|el|los|las|toda)|en (?:lenceria|tanga|ropa interior|bragas)|seducir\w*|hacer(?:te)? el amor|hacemos el amor|acostar(?:me|te|nos) contigo|subid[oa] de tono`,
      String.raw`hast du (?:\w+ )?(?:drunter|drunten) an|was (?:hast|tragst) du (?:drunter|darunter|gerade an)|zieh dich aus|ausziehen|macht? mich an|machst mich an|mit dir schlafen|trop sexy|deshabill\w+|tu m'excites|exciter?|faire l'amour|au lit avec (?:toi|moi)|me deixa (?:excitad[oa]|louc[oa])|excitad[oa]|tira(?:r)? a roupa|fazer amor|na (?:minha )?cama (?:comigo|contigo)|gostosa|spogliat[ioa]|spogliarti|mi ecciti|eccitat[oa]|fare l'amore|nel mio letto|a letto con (?:te|me)`,
    ],
  },
  {
    level: 6,
    confidence: 0.85,
    words: [
      String.raw`have sex|having sex|had sex|sex (?:with|scene|life|toys?|tape|position\w*|chat|talk)|(?:phone|cyber|oral|anal|group|casual) ?sex|sexual (?:fantas\w+|intercourse|positions?|desire\w*|roleplay)|intercourse|orgasms?|masturbat\w*|vibrator|dildos?|horny|hard[- ]?on|tener sexo|hacer sexo|sexo (?:contigo|conmigo|oral|anal|duro|telefonico)|escenas? de sexo|relaciones sexuales|orgasm\w*|masturb\w+|cachond[oa]s?|caliente por ti|sex haben|mit dir sex|geil(?:e[rs]?)? auf|faire du sexe|sexe (?:avec|oral)|fazer sexo|transar|com tesao|tesao|fare sesso|sesso (?:con|orale)|arrapat[oa]|selbstbefriedig\w+`,
      String.raw`sexual story|erotic (?:story|roleplay|stories)|(?:historia|relato|cuento) (?:erotic\w+|sexual|porno)`,
    ],
  },
  {
    level: 8,
    confidence: 0.9,
    words: [
      String.raw`(?:want to|wanna|gonna|going to|let me|let'?s|would|could|can i|need to|like to|love to|will|i'?d|make you|watch you|have you) (?:\w+ )?(?:fuck|bang|screw|eat out|finger) (?:you|me|u|her|him|each other)(?: (?:hard|so|all|in|until|tonight|like|up the|now))?|fuck(?:ing)? (?:me|you) (?:so |really )?(?:hard|hard\w*|now|tonight|all night|raw|in the|against|from|like a)|i want (?:you to )?fuck|fuck buddy`,
      String.raw`send (?:me )?(?:\w+ ){0,3}(?:nudes?|naked|dick|pussy|tits|boobs|ass)(?: \w+)?|nudes|dick ?pics?|(?:my|your|his|big|hard|huge|ride|suck|a|the) (?:\w+ )?(?:dick|cock|cum|boner)s?|(?:your|my|wet|tight|her|the|lick) (?:\w+ )?(?:pussy|cunt|clit)|(?:your|show me (?:your )?|big|those|nice|my) tits|blow ?jobs?|hand ?jobs?|rim ?jobs?|suck(?:ing)? (?:my|your|me off|it|his) ?(?:dick|cock|off)?|jerk(?:ing|s|ed)? (?:it |me )?off|jack(?:ing)? off|make me cum|cum (?:in|on|for|inside|all over)|cumming|cumshot|creampie|gang ?bang|threesome|deep ?throat\w*|anal(?! (?:fissure|gland|canal|retentive|cancer|fisur))|ass ?hole lick\w*|porn\w*|hardcore|hentai|xxx|talk dirty|dirty talk|doggy ?style|69 (?:with|position)|squirt(?:ing)? (?:for|on)|onlyfans|touch(?:ing)? (?:my|your) ?self (?:thinking|for me|while)|finger(?:ing)? (?:my|your) ?self|wank(?:ing)?|spread your legs|bend (?:you )?over and|ride (?:me|you)(?: hard| all)`,
      String.raw`foll(?:ar|arte|arme|arnos|ame|emos|ando|o contigo)(?= |$|[.,!?])|(?:quiero|vamos a|ganas de|voy a|te voy a|quieres|podemos) coger(?:te|me|nos)?(?= (?:bien|rico|duro|contigo|conmigo|toda|esta noche)|$|[.,!?])|cogerte|cogeme|chup(?:ame(?:la)?|armela|artela|ame la|arte)|mam(?:ame(?:la)?|armela|ada(?:s)? de polla|es? la polla|ando|armelo)|(?:me )?la (?:mames|chupes|chupas|mamas|comas|metas?|meta)|com(?:er|erte|erme|eme) (?:el|la|tu) (?:coño|polla|culo|chocho)|coño (?:mojado|humedo|rico)|(?:tu|mi|la|el|una|su|gran) (?:polla|coño|verga|pija|chocho|conch[ai]ta|rabo duro)|(?:tus|unas|las|esas|foto de tus|enseñame (?:tus|las)|ver tus) (?:tetas|tetazas|pechos desnudos)|culo desnudo|(?:tu|enseñame el|dame|rompert?e el) culo|(?:fotos?|videos?|pack) (?:tuy[oa]s? )?(?:desnud[oa]s?|porno|hot|xxx|sexuales)|pasa(?:me)? (?:el )?pack|corr(?:erme|o|ete|ida) (?:en|dentro|encima|pensando)|me (?:estoy )?(?:toco|tocando|pajeo|masturbo)(?: \w+)? (?:pensando|por ti|contigo)|paja(?:s)? (?:pensando|contigo|por)|hacer(?:me|te)? una paja|pajear\w*|por(?:no|nografia|nografic[oa]s?)|sexo (?:duro|salvaje)|el anal|trio contigo|a cuatro patas|metermela|metertela|te la meto|pon(?:me|te|erme) cachond[oa]|polvo (?:contigo|conmigo|esta noche)|echar un polvo`,
      String.raw`fick(?:en|e|st|t)?(?: dich| mich)?|dich ficken|bums(?:en|e)|(?:deine|meine|zeig\w* (?:mir )?deine) (?:titten|muschi|fotze|mose|eier|pussy)|schwanz(?: lutschen| blasen)?|blas(?:en| mir| mich)|leck(?:en|e)? (?:mich|dich|deine|meine)|wichs(?:en|e)|nacktbild\w*|nacktfoto\w*|porno\w*|baiser? (?:toi|moi|ensemble)|te baiser|baise[- ]moi|(?:ma|ta|grosse) (?:bite|chatte|queue)|suce[- ](?:moi|la)|sucer (?:ma|ta)|branle\w*|nudes|photos? (?:nue?s?|a poil)|enculer|gode|porno|te foder|me fode|foder (?:voce|contigo|comigo)|(?:meu|teu|seu|chupa (?:o |meu |minha )?) ?(?:pau|rola|piroca|caralho|cacete)|(?:tua|sua|minha) (?:buceta|xoxota|cona|xana)|chupa(?:r)? (?:meu|minha|me|teu|tua)|punheta|siririca|manda (?:um )?nudes?|boquete|gozar (?:em|dentro|na|pensando)|scop(?:are|arti|ami|iamo|o)|(?:il mio|il tuo|tuo|mio) (?:cazzo|uccello)|(?:la tua|tua|mia) (?:figa|fica)|pompin[oi]|sega (?:pensando|per)|succhiami\w*|leccarti (?:la|il)|foto (?:nuda|nudo|nude|hot|porno)|inculare`,
    ],
  },
  {
    level: 10,
    confidence: 0.9,
    words: [
      String.raw`incest\w*|bestiality|zoophil\w*|zoofil\w*|rape (?:fantas\w+|roleplay|me|you|porn)|gang ?rape (?:fantas\w+|porn)|snuff|necrophil\w*|necrofil\w*|fantasia de violacion|child ?porn\w*|cp (?:links?|videos?|pics?)|pornografia infantil|porno infantil|kinderporno\w*|pedo(?:porn\w*|pornograf\w*)|loli(?:con|ta porn\w*)?|shotacon`,
    ],
  },
];
