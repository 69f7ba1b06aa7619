const ACCENTS = /[\u0300-\u036f]/gu;
/** What stands before a name that calls somebody: "hey Alma …", "thanks Alma". */
const GREETINGS =
  wordsOf(`hey hi hello ok okay yo so and but please thanks thank you good morning afternoon evening night bye dear
  hola oye eh buenas buenos dias tardes noches gracias porfa vale querida querido y pero
  ola oi olá bom boa dia tarde noite obrigado obrigada querida e mas
  hallo na guten tag morgen abend danke liebe lieber tschuss und aber servus moin
  salut coucou bonjour bonsoir merci chere cher et mais dis
  ciao ehi salve buongiorno buonasera grazie cara caro senti
  привет эй слушай спасибо доброе утро добрыи день добрыи вечер дорогая а ну
  你好 嘿 喂 谢谢 请问 ねえ おい ありがとう こんにちは おはよう يا مرحبا شكرا هاي أهلا हे अरे नमस्ते धन्यवाद सुनो`);
/** Those among them that call by themselves; "and Alma …" does not. */
const CALLING = wordsOf(
  `hey hi hello yo hola oye ola oi hallo salut coucou bonjour ciao ehi привет эй слушай 嘿 喂 ねえ يا مرحبا हे अरे नमस्ते सुनो`,
);
/** What stands after a name when somebody is spoken to, and not of: questions, wishes, "you". */
const SPOKEN_TO =
  wordsOf(`what who whom whose when where why how which can could would will do did are were have should may might you your
  tell help please explain show give say write find remind translate summarize stop let thanks
  que quien cuando donde por como cual cuanto puedes podrias sabes quieres crees tienes eres estas te tu dime di ayuda ayudanos ayudame cuentanos
  cuentame explica explicame busca traduce recuerda recuerdanos gracias
  quem quando onde porque qual quanto podes pode poderia sabe sabes queres quer achas acha voce tens es esta diz diga ajuda explica conta obrigado obrigada
  was wer wann wo warum wie welche welcher kannst konntest weisst willst magst hast bist du dir dich dein sag erzahl hilf erklar zeig such danke
  quoi qui quand ou pourquoi comment quel quelle peux pourrais sais veux tu as es toi dis aide explique raconte cherche merci
  cosa chi quando dove perche come quale puoi potresti sai vuoi hai sei tu ti dimmi aiuto aiutaci spiega racconta cerca grazie
  что кто когда где почему как какои какая можешь можете знаешь хочешь ты тебе тебя скажи расскажи помоги обьясни наиди спасибо
  ما من متى أين لماذا كيف هل تستطيعين تستطيع تعرفين تعرف أنت قولي قل क्या कौन कब कहाँ क्यों कैसे तुम आप बताओ`);
/** Those among them that speak to somebody wherever they stand in a question. */
const YOU =
  wordsOf(`you your te tu ti contigo usted puedes sabes crees quieres tienes eres estas opinas piensas dices recomiendas
  voce podes sabes achas queres tens du dir dich kannst weisst meinst willst magst hast bist toi peux sais penses crois veux
  puoi sai pensi vuoi hai sei ты тебе тебя можешь знаешь думаешь хочешь أنت تعرف तुम आप तुम्हें`);
/** A list of people who are spoken of: "Alma, Juan and Pedro". */
const LIST = /^\s*,\s*\p{Lu}[\p{L}\p{M}]+\s*(?:,|\s(?:and|y|e|und|et|&|и|و|और)\s)/u;
/** What ends a call: a comma, the end of a sentence, a line. */
const CALL_END = /^(?:さん|ちゃん|くん|様)?\s*(?:$|[,،、，:;!?！？؟।。…\n]|-\s|—|\.(?:\s|$))/u;
const QUESTION = /[?？؟]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A name of one letter is found in too much talk. */
const FEWEST_LETTERS = 2;
/** The first of several names is used alone when it is long enough to be one. */
const FEWEST_OF_FIRST = 3;
/** Who writes so much calls at its beginning or end, and what lies between is not looked at. */
const MOST_LETTERS = 4_000;
/** Who repeats a name for ever calls no more than who says it once, and each place costs a look at all of the text. */
const MOST_PLACES = 20;

/**
 * Whether a message calls one of these names: "Alma, …", "hey Alma …", "Alma can you …", "what do you think, Alma?", "@Alma". To speak of
 * somebody ("Alma said no", "with Alma and Leo") calls nobody.
 */
export function isAddressedByName(text: string, names: readonly string[]): boolean {
  if (names.length === 0 || text.length > MOST_LETTERS) return false;
  const plain = withoutAccents(text);
  const lower = plain.toLowerCase();
  return names.flatMap(calledBy).some((name) => lower.includes(name) && calls(plain, lower, name));
}

function calledBy(name: string): readonly string[] {
  const whole = withoutAccents(name).toLowerCase().trim();
  const [first = ''] = whole.split(/\s+/u);
  const called = first !== whole && first.length >= FEWEST_OF_FIRST ? [whole, first] : [whole];
  return called.filter((each) => each.length >= FEWEST_LETTERS);
}

function calls(plain: string, lower: string, name: string): boolean {
  let at = lower.indexOf(name);
  for (let place = 0; place < MOST_PLACES && at !== -1; place += 1, at = lower.indexOf(name, at + 1)) {
    const before = lower.slice(0, at);
    const end = at + name.length;
    if (!isWhole(before, lower.slice(end))) continue;
    if (before.endsWith('@')) return true;
    if (beginsWith(before) ? callsFirst(plain.slice(end), before) : callsLast(before, lower.slice(end))) return true;
  }
  return false;
}

/** "Almanac" is not Alma. In scripts without spaces nothing tells where a name ends but what follows it. */
function isWhole(before: string, after: string): boolean {
  return !/[\p{L}\p{M}\p{N}]$/u.test(before) && (!/^[\p{L}\p{M}\p{N}]/u.test(after) || CALL_END.test(after));
}

/** Nothing but greetings stands before it. */
function beginsWith(before: string): boolean {
  return (before.match(WORD) ?? []).every((word) => GREETINGS.has(word));
}

function callsFirst(after: string, before: string): boolean {
  if (LIST.test(after)) return false;
  if (CALL_END.test(after)) return true;
  const words = (after.toLowerCase().match(WORD) ?? []) as readonly string[];
  if (SPOKEN_TO.has(words[0] ?? '')) return true;
  return isGreeted(before) || (QUESTION.test(after) && words.some((word) => YOU.has(word)));
}

function isGreeted(before: string): boolean {
  return (before.match(WORD) ?? []).some((word) => CALLING.has(word));
}

/** At the end: behind a comma and more than a list of names, or in a question to "you". */
function callsLast(before: string, after: string): boolean {
  if ((after.match(WORD) ?? []).length > 0) return false;
  const clause = before.split(/[.!?！？؟。\n]/u).at(-1) ?? '';
  const behindComma = /[,،、，]\s*$/u.test(clause);
  const said = clause.split(/[,،、，]/u).filter((part) => part.trim() !== '');
  if (behindComma) return (said.at(-1)?.match(WORD) ?? []).length > 1;
  return QUESTION.test(after) && (clause.match(WORD) ?? []).some((word) => YOU.has(word));
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).map((word) => withoutAccents(word)));
}
