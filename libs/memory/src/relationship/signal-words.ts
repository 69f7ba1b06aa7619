import type { EmotionLabel } from './emotion.js';

/** Words as `plainWords` leaves them, English and Spanish, with " | " or a line's end between them; * stands for any ending. */
function words(list: string): RegExp {
  const alternatives = list
    .trim()
    .split(/\s+\|\s+|\s*\n\s*/)
    .filter((one) => one !== '')
    .map((one) => one.replaceAll('*', String.raw`\p{L}*`).replaceAll(' ', String.raw`\s+`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives.join('|')})(?![\p{L}\p{N}])`, 'gu');
}

/** What a message says about how two stand, whatever else it says. */
export const SIGNAL_WORDS = {
  warmth:
    words(`love you | luv u | miss(?:ed)? you | hug* | kiss* | xoxo | dear | sweetie | honey | buddy | my friend | proud of you | good morning | good night
    sleep well | sweet dreams | take care | thinking of you | you(?:'re| are) (?:so |very |really )?(?:sweet|kind|nice|great|amazing|the best|funny|wonderful|lovely|awesome)
    happy for you | glad (?:you|we|to) | (?:so )?nice (?:to|talking|chatting) | love (?:talking|chatting|our) | made my day | haha* | lol | hehe*
    congrat* | good luck | well done | way to go | you got this | here for you | rooting for you | (?:that|it)(?:'s| is| sounds) (?:so |really |just )?(?:great|awesome|amazing|wonderful|fantastic|cool|sweet|lovely|fun)
    sounds (?:so |really )?(?:great|awesome|amazing|wonderful|fun|lovely|cool) | so cool | so sweet | good to (?:see|hear) | hope you
    felicidades | enhorabuena | suerte | bien hecho | animo | suena (?:genial|muy bien|divertido) | que (?:genial|guay|chulo|ilusion|maravilla) | espero que (?:estes|te)
    te quiero* | te amo | te extran* | te echo de menos | abraz* | bes(?:o|os|ito|itos) | carino | querid[oa] | amig[oa] (?:mio|mia) | mi amig[oa] | cuidate
    buenos dias | buenas noches | que descanses | dulces suenos | pienso en ti | eres (?:muy |tan |un |una )?(?:amable|maj[oa]|genial|encanto|sol|lind[oa]|la mejor|el mejor|divertid[oa])
    me alegr[oa]* | que bien que | me encanta (?:hablar|charlar) | me gusta (?:hablar|charlar) contigo | jaja* | jeje*`),
  thanks: words(
    `thanks | thank you | thank u | thx | ty | tysm | cheers | appreciate* | grateful | gracias | mil gracias | agradec* | agradezco`,
  ),
  disclosure:
    words(`i feel | i felt | i'm feeling | i(?:'ve| have) (?:never told|been feeling|always wanted) | to be honest | honestly | between us | i(?:'m| am) (?:so |really |a bit |very )?(?:scared|afraid|worried|lonely|sad|happy|nervous|ashamed|tired of|in love|depressed|anxious|stressed)
    my (?:mother|mom|mum|father|dad|parents|sister|brother|wife|husband|girlfriend|boyfriend|son|daughter|kids?|ex|family|childhood|dream|birthday|therapist|doctor|boss)
    when i was (?:a kid|little|young|a child) | i(?:'m| am) from | i live | i grew up | i work | i used to | i dream of | i love my | i lost my | i want to become
    me siento | me senti | la verdad es que | entre nosotr[oa]s | nunca (?:le|se lo) (?:he dicho|dije|conte) | estoy (?:muy |un poco |tan )?(?:triste|asustad[oa]|preocupad[oa]|sol[oa]|feliz|nervios[oa]|enamorad[oa]|deprimid[oa]|estresad[oa]|agobiad[oa])
    mi (?:madre|mama|padre|papa|familia|hermana|hermano|mujer|esposa|marido|esposo|novia|novio|hij[oa]|infancia|sueno|cumpleanos|psicolog[oa]|jef[ea])
    mis (?:padres|hijos|hijas|abuelos) | cuando era (?:nin[oa]|pequen[oa]|joven) | soy de | vivo en | creci en | trabajo (?:de|en|como) | tengo miedo | sueno con | siempre he querido`),
  interest:
    words(`how are you | how(?:'s| is) it going | how about you | what(?:'s| is) new | what have you been | what(?:'ve| have) you been up to | have you ever | have you (?:tried|been|seen|read) | did you ever | your favou?rite | how was your (?:day|night|weekend) | how do you feel | what about you | and you | what do you (?:think|like|love|feel) | do you (?:like|love|feel|dream|remember) | who are you
    tell me about you* | what(?:'s| is) your | are you ok* | y tu que | que has hecho | has (?:probado|estado|visto|leido) | tu (?:\\p{L}+ ){0,1}favorit[oa] | que tal (?:estas|tu dia|te va)? | como estas | como te (?:va|sientes|fue) | y tu | que piensas | que te (?:gusta|parece) | te gusta* | te acuerdas
    cuentame (?:de ti|algo) | quien eres | cual es tu | estas bien`),
  hostility:
    words(`idiot* | moron* | shut up | fuck (?:you|off) | piss off | go to hell | hate you | asshole* | bitch* | bastard* | screw you | leave me alone | you suck
    (?:you(?:'re| are)|ur|what a|such a|you) (?:so |such |just |really |a |an |fucking ){0,3}(?:stupid|dumb|useless|worthless|pathetic|liar|disgusting|loser|garbage|trash|scammer)
    kill yourself | i(?:'ll| will) (?:hurt|find|destroy) you
    imbecil* | inutil(?:es)? | callate | vete a la mierda | que te (?:den|jodan) | jodete | te odio | gilipollas | cabron* | hij[oa] de puta
    eres (?:una |un |tan |muy ){0,2}(?:basura|patetic[oa]|mentiros[oa]|asqueros[oa]|tont[oa]|estupid[oa]) | me das asco | dejame en paz | no sirves para nada | pendej[oa]* | estafador*`),
} as const;

export const EMOTION_WORDS: Readonly<Record<EmotionLabel, RegExp>> = {
  joy: words(
    `happy | glad | great | wonderful | haha* | lol | yay | :\\) | feliz | content[oa] | alegr* | genial | jaja* | que bien | estupend[oa]`,
  ),
  affection: words(
    `love you | miss(?:ed)? you | hug* | kiss* | te quiero* | te amo | te extran* | te echo de menos | abraz* | bes(?:o|os|ito|itos)`,
  ),
  gratitude: words(`thank* | thx | grateful | appreciate* | gracias | agradec* | agradezco`),
  excitement: words(
    `excited | can't wait | amazing | awesome | wow | omg | que ilusion | emocionad[oa] | increible | que ganas | no puedo esperar`,
  ),
  sadness: words(
    `sad | cry* | crying | depressed | lonely | heartbroken | miserable | passed away | died | lost my | triste* | llor* | deprimid[oa] | sol[oa] y | me siento sol[oa] | murio | fallecio`,
  ),
  anger: words(
    `angry | furious | mad at | pissed | annoyed | fed up | hate | enfadad[oa] | enojad[oa] | furios[oa] | hart[oa] | odio | cabread[oa] | rabia`,
  ),
  worry: words(
    `worried | afraid | scared | anxious | nervous | stressed | preocupad[oa] | asustad[oa] | tengo miedo | nervios[oa] | ansios[oa] | estresad[oa] | agobiad[oa] | ansiedad`,
  ),
  disappointment: words(
    `disappointed | let down | disappointing | expected better | decepcionad[oa] | decepcion* | frustrad[oa] | esperaba mas`,
  ),
};

/** Emoji that say the same. */
export const SIGNAL_EMOJI = {
  warmth: /[❤💕💖💗💙💚💛💜🧡🥰😘😍🤗🫶💋]/gu,
  hostility: /[🖕🤬]/gu,
} as const;

/** Topics that people come back to. */
export const TOPIC_WORDS: Readonly<Record<string, RegExp>> = {
  work: words(
    `work* | job* | boss | office | meeting* | client* | colleague* | trabaj* | oficina | jef[ea] | reunion* | client[ea]s? | curro`,
  ),
  family: words(
    `mother | mom | mum | father | dad | sister* | brother* | family | kids? | children | son | daughter* | grandma | grandpa | madre | mama | padre | papa | herman[oa]s? | familia | hij[oa]s? | abuel[oa]s?`,
  ),
  love: words(
    `girlfriend | boyfriend | wife | husband | dating | date night | in love | wedding | ex | novi[oa] | espos[oa] | marido | enamorad[oa] | boda | pareja`,
  ),
  health: words(
    `doctor* | hospital | sick | pain | medicine | gym | diet | sleep* | therap* | medic[oa]s? | enferm[oa]s? | dolor | salud | gimnasio | dieta | dormir`,
  ),
  study: words(
    `exam* | university | college | school | class* | homework | study* | studying | teacher* | examen* | universidad | escuela | colegio | clase* | deberes | estudi*`,
  ),
  travel: words(
    `trip* | travel* | flight* | hotel* | holiday* | vacation* | beach | airport | viaj* | vuelo* | vacaciones | playa | aeropuerto`,
  ),
  food: words(
    `food | dinner | lunch | breakfast | cook* | recipe* | restaurant* | coffee | pizza | comida | cena* | almuerzo | desayun* | cocin* | receta* | restaurante* | cafe`,
  ),
  music: words(
    `music | song* | concert* | guitar | piano | band | album | playlist | musica | cancion* | concierto* | guitarra | disco`,
  ),
  films: words(
    `movie* | film* | series | netflix | cinema | episode* | pelicula* | peli | pelis | serie* | cine | episodio*`,
  ),
  books: words(`books? | a book | novel* | reading | author | libro* | novela* | leyendo | lectura`),
  sports: words(
    `football | soccer | basketball | tennis | running | marathon | match | swimming | cycling | futbol | baloncesto | tenis | correr | partido* | nadar | ciclismo`,
  ),
  games: words(`game* | gaming | playstation | xbox | nintendo | chess | videojuego* | jugar | ajedrez`),
  pets: words(`dog* | cat | cats | puppy | kitten | pet | pets | perr[oa]s? | gat[oa]s? | cachorro | mascota*`),
  money: words(
    `money | salary | rent | mortgage | bill* | price* | bank | invest* | dinero | sueldo | alquiler | hipoteca | factura* | precio* | banco | inver*`,
  ),
  home: words(
    `house | flat | apartment | kitchen | garden | furniture | moving | casa | piso | cocina | jardin | muebles | mudanza | mudar*`,
  ),
  technology: words(
    `computer* | phone | laptop | software | code | coding | app | internet | ordenador* | movil | programa* | codigo | aplicacion*`,
  ),
  art: words(`paint* | draw* | art | museum* | photograph* | pottery | pint* | dibuj* | arte | museo* | fotograf*`),
  nature: words(
    `hike* | hiking | mountain* | forest | river | camping | plants? | montana* | bosque | rio | senderismo | acampar | planta*`,
  ),
  celebrations: words(
    `birthday* | party | christmas | new year | anniversary | cumple* | fiesta* | navidad | ano nuevo | aniversario`,
  ),
};
