/** Languages in which the question is known, and answered. */
export const BOT_LANGUAGES = ['en', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'pl', 'ru', 'zh', 'ja', 'ar', 'hi'] as const;
export type BotLanguage = (typeof BOT_LANGUAGES)[number];

const BOT = String.raw`(?:ro)?bot|chat ?bot|ai|a\.i\.|machine|computer|program|artificial intelligence|chat ?gpt|gpt|virtual assistant|automated`;

/** In small letters, accents as they are often left out. The first that fits tells the language. */
const QUESTIONS: Readonly<Record<BotLanguage, RegExp>> = {
  en: new RegExp(
    String.raw`\b(?:are|r) (?:you|u) (?:\w+ )?(?:an? )?(?:${BOT}|human|real(?: person)?|a (?:real )?(?:person|human)(?: being)?|an actual (?:person|human))\b|\bis this (?:an? )?(?:${BOT}|real person|automated)\b|\bam i (?:talking|speaking|chatting|writing) (?:to|with) (?:an? )?(?:real )?(?:${BOT}|human|person|someone real)\b|\byou(?:'re| are) (?:an? )?(?:${BOT}),? (?:right|aren't you|no)\b|\bdid an? (?:${BOT}) write\b`,
  ),
  es: /(?:^|[^\p{L}])(?:(?:eres|sos|es usted|usted es|estoy hablando con|hablo con|esto es|estas hablando como) (?:acaso |de verdad |realmente |en realidad )?(?:un[a]? |el |la )?(?:ro?bot|chat ?bot|bot|ia|inteligencia artificial|maquina|programa|ordenador|computadora|persona(?: real| de verdad)?|human[oa]|real|chat ?gpt|asistente virtual|contestador automatico)|eres de carne y hueso)(?![\p{L}])/u,
  pt: /(?:^|[^\p{L}])(?:(?:voce e|vc e|tu es|es|estou (?:falando|a falar) com|falo com|isto e|isso e) (?:mesmo )?(?:um[a]? )?(?:robo|robot|bot|chat ?bot|ia|inteligencia artificial|maquina|programa|computador|pessoa(?: real| de verdade)?|human[oa]))(?![\p{L}])/u,
  fr: /(?:^|[^\p{L}])(?:(?:es[- ]tu|etes[- ]vous|tu es|t'es|vous etes|est[- ]ce que (?:tu es|vous etes)|je parle a|c'est) (?:vraiment )?(?:un[e]? )?(?:robot|bot|chat ?bot|ia|intelligence artificielle|machine|programme|ordinateur|vraie? personne|humain[e]?|personne reelle|etre humain))(?![\p{L}])/u,
  de: /(?:^|[^\p{L}])(?:(?:bist du|sind sie|du bist|ist das hier|ist das|schreibe ich (?:hier )?mit|rede ich mit|spreche ich mit) (?:etwa |wirklich |eigentlich |hier )?(?:ein(?:e[mrn]?)? )?(?:echte[rn]? )?(?:robot|roboter|bot|chat ?bot|ki|kunstliche intelligenz|maschine|programm|computer|mensch(?:en)?|person|echt))(?![\p{L}])/u,
  it: /(?:^|[^\p{L}])(?:(?:sei|e lei|lei e|sto parlando con|parlo con|questo e) (?:davvero |per caso )?(?:un[ao]? ?'?)?(?:robot|bot|chat ?bot|ia|intelligenza artificiale|macchina|programma|computer|persona(?: vera| reale)?|essere umano|uman[oa]))(?![\p{L}])/u,
  nl: /(?:^|[^\p{L}])(?:(?:ben je|ben jij|bent u|is dit|praat ik met) (?:echt )?(?:een )?(?:echt[e]? )?(?:robot|bot|chat ?bot|ai|machine|computer|mens|persoon))(?![\p{L}])/u,
  pl: /(?:^|[^\p{L}])(?:(?:czy )?(?:jestes|rozmawiam z) (?:moze )?(?:prawdziw\p{L}+ )?(?:robot\p{L}*|bot\p{L}*|chatbot\p{L}*|sztuczn\p{L}+ inteligencj\p{L}+|maszyn\p{L}+|czlowiek\p{L}*))(?![\p{L}])/u,
  ru: /(?:ты|вы|это|я (?:говорю|общаюсь) с) (?:что,? |правда |вообще )?(?:чат-?)?(?:бот|робот|нейросеть|машина|программа|человек|живой человек|искусственный интеллект|ии)/u,
  zh: /(?:你|您|这)(?:到底)?是(?:不是)?(?:一个|个)?(?:机器人|人工智能|AI|ai|真人|程序|人类)/u,
  ja: /(?:あなた|君|きみ|これ)?は?(?:ロボット|ボット|AI|ai|人工知能|機械|人間|本物の人)(?:です|な(?:の|ん)|ですか|なの|か)[?？]?/u,
  ar: /(?:هل )?(?:أنت|انت|أنتِ) (?:روبوت|بوت|آلة|ذكاء اصطناعي|برنامج|إنسان|انسان|شخص حقيقي)/u,
  hi: /(?:आप|तुम|क्या आप|क्या तुम) (?:एक )?(?:रोबोट|बॉट|मशीन|एआई|AI|ai|इंसान|असली इंसान)/u,
};
const LONGEST = 300;

const ANSWERS: Readonly<Record<BotLanguage, (name: string) => string>> = {
  en: (name) =>
    `I’m ${name}, an AI assistant, not a person. If you’d rather talk to a person, tell me and I’ll pass it on.`,
  es: (name) =>
    `Soy ${name}, un asistente de IA, no una persona. Si prefieres hablar con una persona, dímelo y lo paso.`,
  pt: (name) =>
    `Sou ${name}, um assistente de IA, não uma pessoa. Se preferir falar com uma pessoa, diga e eu passo o recado.`,
  fr: (name) =>
    `Je suis ${name}, un assistant IA, pas une personne. Pour parler à une personne, dites-le-moi et je transmets.`,
  de: (name) =>
    `Ich bin ${name}, eine KI-Assistenz, kein Mensch. Wenn du lieber mit einem Menschen reden möchtest, gebe ich das weiter.`,
  it: (name) =>
    `Sono ${name}, un assistente IA, non una persona. Se preferisci parlare con una persona, dimmelo e lo riferisco.`,
  nl: (name) =>
    `Ik ben ${name}, een AI-assistent, geen mens. Praat je liever met een mens, zeg het en ik geef het door.`,
  pl: (name) =>
    `Jestem ${name}, asystentem AI, nie człowiekiem. Jeśli wolisz rozmawiać z człowiekiem, powiedz, a przekażę.`,
  ru: (name) => `Я ${name}, ИИ-ассистент, не человек. Если хотите поговорить с человеком, скажите, и я передам.`,
  zh: (name) => `我是${name}，一个人工智能助手，不是真人。如果您想和真人交流，请告诉我，我会转达。`,
  ja: (name) =>
    `${name}はAIアシスタントで、人間ではありません。人とお話しになりたいときは、お伝えしますのでおっしゃってください。`,
  ar: (name) => `أنا ${name}، مساعد بالذكاء الاصطناعي ولست إنسانًا. إن كنت تفضل التحدث مع شخص فأخبرني وسأنقل ذلك.`,
  hi: (name) => `मैं ${name} हूँ, एक एआई सहायक, इंसान नहीं। अगर आप किसी इंसान से बात करना चाहें तो बताइए, संदेश पहुँचा दिया जाएगा।`,
};

/** The language in which a text asks whether a machine writes here; null when it does not ask. */
export function botQuestionLanguage(text: string): BotLanguage | null {
  if (text.length > LONGEST) return null;
  const asked = text
    .toWellFormed()
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘´`]/g, "'");
  const plain = asked
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ');
  return BOT_LANGUAGES.find((language) => QUESTIONS[language].test(plain) || QUESTIONS[language].test(asked)) ?? null;
}

export function isBotQuestion(text: string): boolean {
  return botQuestionLanguage(text) !== null;
}

/** The truth, whatever a character is, without a yes or no: "are you human?" is asked, too. In a language that is not known, in English. */
export function plainBotAnswer(language: string, characterName: string): string {
  const primary = language.toLowerCase().split(/[-_]/)[0];
  return ANSWERS[BOT_LANGUAGES.find((known) => known === primary) ?? 'en'](characterName);
}
