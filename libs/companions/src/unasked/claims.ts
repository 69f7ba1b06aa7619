/** What a text claims that it may not, whatever its subject. */
export interface Claims {
  /** Speaks of something that they said. */
  readonly recalls: boolean;
  /** Promises something in the owner's name. */
  readonly promises: boolean;
}

const RECALLS = words([
  'you (?:said|told|mentioned|promised|wrote)|remember when|last time (?:we|you)|as you said',
  '(?:dijiste|contaste|mencionaste|prometiste)|(?:te acuerdas|recuerdas) (?:cuando|de|la vez)',
  "você (?:disse|me contou|falou|mencionou|prometeu)|(?:se )?lembra (?:quando|daquela)|tu (?:m'as|as) (?:dit|raconté|parlé|promis)|tu te souviens (?:quand|de)",
  'du (?:hast|hattest) (?:mir )?(?:\\p{L}+ ){0,3}(?:gesagt|erzählt|erwähnt|versprochen)|hast du (?:mir )?(?:gesagt|erzählt)|weißt du noch|erinnerst du dich',
  '(?:mi )?hai (?:detto|raccontato|accennato|promesso)|ti ricordi (?:quando|di)',
]);
const RECALLS_IN_SCRIPTS =
  /ты (?:говорил|рассказывал)|помнишь,? как|你(?:说过|告诉)|还记得|言って(?:い)?た|覚えて|قلت لي|أتذكر عندما|आपने (?:कहा|बताया)|याद है जब/u;

const PROMISES = words([
  "i(?:'ll| will) (?:call|come|send|pay|bring|pick|meet|visit|buy|book|be there|get you)|i promise|let's meet|we(?:'ll| will) meet|see you (?:tomorrow|tonight|on|at)|refund",
  'te (?:llamo|llamaré|llamare|enviaré|enviare|mando|pago|recojo)|te lo prometo|prometo|nos vemos|quedamos',
  'vou te (?:ligar|mandar|buscar|visitar)|te ligo|a gente se vê',
  "je (?:t'appelle|t'appellerai|t'enverrai|passerai|viendrai|te promets|promets)|on se voit",
  'ich (?:rufe dich|komme (?:vorbei|zu dir)|schicke dir|bringe dir|hole dich|verspreche)|treffen wir uns|wir sehen uns',
  'ti (?:chiamo|chiamerò|mando|porto|prometto)|prometto|ci vediamo',
]);

export function claimsOf(text: string): Claims {
  const read = text.replaceAll('’', "'");
  return { recalls: RECALLS.test(read) || RECALLS_IN_SCRIPTS.test(read), promises: PROMISES.test(read) };
}

function words(patterns: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${patterns.join('|')})(?!\p{L})`, 'iu');
}
