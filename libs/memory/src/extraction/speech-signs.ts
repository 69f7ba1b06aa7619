const PERSON =
  '(?:step)?(?:sister|brother|mother|father|mom|mum|dad|wife|husband|son|daughter|girlfriend|boyfriend|partner|fianc[ée]e?|cousin|uncle|aunt|niece|nephew|grandma|grandmother|grandpa|grandfather|friend|bestie|boss|colleague|coworker|neighbou?r|roommate|flatmate|ex|kids?|child(?:ren)?|parents?)s?(?:-in-law)?';
const PERSONA =
  '(?:hermanastr[oa]|herman[oa]|madre|padre|mamá|papá|mujer|esposa|marido|esposo|hij[oa]|novi[oa]|pareja|prim[oa]|t[ií][oa]|sobrin[oa]|abuel[oa]|amig[oa]|jef[ea]|colega|compañer[oa]|vecin[oa]|ex|suegr[oa]|cuñad[oa])s?';

/** Of these only "my teacher" is a person: "I am a teacher" is a job. */
const ROLE = '(?:teacher|manager|doctor|dentist|lawyer|professor|profesora?|médic[oa]|dentista|abogad[oa])s?';

/** Words for people around somebody. */
export const RELATION = new RegExp(String.raw`(?<!\p{L})(?:${PERSON}|${PERSONA})(?!\p{L})`, 'iu');

const HYPOTHETICAL =
  /\b(?:if (?:i|we) (?:had|were|was|could|lived|worked|won|got|ever|moved|owned)|i wish (?:i|we)\b|imagine|suppose|what if|let['’]s say|in another life|hypothetically|would have been|si (?:yo )?(?:tuviera|tuviese|fuera|fuese|viviera|trabajara|pudiera|ganara|me mudara|supiera)|ojalá|imagina(?:te)?|imagínate|supongamos|pongamos que|en otra vida)/iu;
const WISH = /\b(?:wants?|would|wish(?:es)?|dreams?|hopes?|likes? to|quiere|querría|gustaría|desea|sueña|ojalá)\b/iu;
const SARCASM =
  /(?:^|\s)\/s\b|🙄|🙃|😒|\byeah,? right\b|\bas if\b|\b(?:oh|yeah|yes|sure),? (?:great|sure|because)\b|\b(?:sure|right|yeah|ok),? and i(?:['’]m| am) (?:the|an?)\b|(?:sí|claro|ya),? y yo soy (?:el|la)(?!\p{L})|\bjust what i (?:needed|always wanted)\b|\bsarcasm|\bhow (?:lovely|wonderful)\b.*\bnot\b|\b(?:sí|si|claro),? claro\b|\bclaro que s[ií](?!\p{L}).*(?:😂|🤣)|\blo que me faltaba\b|\bqué ilusión(?!\p{L})|\bironía(?!\p{L})/iu;
/** "Are you kidding?" and "not joking" take nothing back. */
const TAKEN_BACK =
  /(?<!\b(?:you(?:['’]re)?|are|be|no|not) (?:just |only )?)\b(?:kidding|joking)\b(?! (?:with|around))|\bj\/?k\b|\bit was a joke\b|\b(?:es|era) (?:una )?broma\b|\bestoy de broma\b|\bte lo crees\b/iu;
/** So much may be said before it, besides what means nothing: "haha sorry, just kidding". */
const MOST_BEFORE_TAKING_BACK = 1;
const FILLER =
  /^(?:just|only|oh|ah|wait|ok|okay|well|no|nah|sorry|l+o+l+|lmao|[haeij]{2,}|i|was|am|m|it|that|all|a|eso|que|perdón|era|es|lo|de|he|dicho|bah|bueno)$/iu;
const QUESTION_BEGINS =
  /^\s*(?:¿|(?:so |and |but |y |pero )?(?:do|does|did|is|are|was|were|am|can|could|should|would|will|have|has|had|may|might|what|which|who|whom|whose|when|where|why|how|shall)\b)/iu;
const TELLING_QUESTION =
  /(?:did you know|guess what|sabías|sabes)(?: que| that)? (?:i|i['’]m|my|soy|tengo|vivo|mi|me)(?!\p{L})/iu;
const REPORT =
  /\b(?:wants?|wanted|asks?|asked|tells?|told|expects?|expected|begs?|begged) (?:me|us) to\b|(?:quieren?|querían?|esperan?|piden?) que (?:me|yo|nos)(?!\p{L})|\b(?:he|she|they|people|everyone|everybody|somebody|someone|it|the article|the news)\s+(?:says?|said|thinks?|thought|tells?|told|claims?|claimed|believes?|asks?|asked|wrote)\b|\b(?:dice|dicen|dijo|dijeron|cree|creen|piensa|piensan|contó|cuenta|cuentan|opina) que\b|\baccording to\b|\bsegún\b/iu;
const PERSON_REPORTS = new RegExp(
  String.raw`(?:\b(?:my|our) ${PERSON}|\p{Lu}\p{Ll}+|(?:mi|mis|nuestr[oa]s?) ${PERSONA})\s+(?:\p{Ll}+\s+)?(?:says?|said|thinks?|thought|tells?|told|claims?|claimed|believes?|keeps saying|dice|dicen|dijo|cree|piensa)\b`,
  'u',
);
const HEDGE =
  /\b(?:maybe|perhaps|probably|possibly|i guess|i suppose|not sure|kind of|might|may be|i think i|could be|quizás?|tal vez|a lo mejor|puede que|creo que|no estoy segur[oa]|igual me|probablemente)\b/iu;
const THIRD_BEGINS = new RegExp(
  String.raw`(?:^|[,;:]|\b(?:and|but|because|y|pero|porque|that|que)\b)\s*(?:(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Mm]is?|[Nn]uestr[oa]s?|[Ss]us?|[Uu]n[ao]? (?:amig[oa])|[Aa] friend of mine|[Ll]a|[Ee]l)\s+(?:\p{Ll}+\s+)?(?:${PERSON}|${PERSONA}|${ROLE})(?!\p{L})|(?:[Hh]e|[Ss]he|[Tt]hey|[Éé]l|[Ee]lla|[Ee]llos|[Ee]llas)\s+\p{Ll}+)`,
  'u',
);
const NAMED_BEGINS =
  /^\s*(?!(?:I|My|Our|We|You|It|This|That|There|Mi|Nuestr[oa]|Yo)\b)\p{Lu}\p{Ll}{2,}(?:\s+\p{Lu}\p{Ll}+)?(?:\s+(?:from|at|of|in|de|del)\s+\p{L}+)?\s+(?:just |also |really |recently )?(?:is|was|has|had|lives?|lived|works?|worked|likes?|loves?|hates?|got|gets|moved|bought|sold|studies|wants|plays|went|came|took|made|found|lost|left|started|married|says|goes|es|está|tiene|vive|trabaja|estudia|quiere|juega|odia|ama|le|se|ha)\b/u;
const FIRST =
  /\b(?:i|i['’]m|i['’]ve|i['’]ll|i['’]d|me|my|mine|we|our|yo|mi|mis|soy|estoy|tengo|vivo|trabajo|estudio|me|nos|nuestr[oa]s?)\b/iu;

const INTERJECTED_NO = /^\s*(?:oh )?no(?:pe)?(?=[\s,.!]+(?:i|i['’]m|my|wait|sorry|yo|perdón|actually)(?!\p{L}))/iu;
const DENIAL =
  /(?<!\p{L})(?:not|\p{L}+n['’]t|dont|cant|cannot|never|no|nor|neither|without|hates?|hated|hating|dislikes?|disliked|detests?|loathes?|avoids?|avoiding|stopped|quits?|gave up|given up|gives up|nunca|jamás|tampoco|sin|odi[oae]|odia|detest[oa]|evit[oa]|dej[óé] de|dejado de|dejó|used to|solía)(?!\p{L})/giu;

const LIKING_TEXT =
  /(?:^|\s)(?:likes?|loves?|enjoys?|adores?|hates?|dislikes?|(?:le )?gustan?|(?:le )?encantan?|odia|detesta)(?!\p{L})/iu;
const LIKING =
  /(?<!\p{L})(?:lik(?:e[ds]?|ing)|lov(?:e[ds]?|ing)|enjoy(?:ed|s|ing)?|ador(?:e[ds]?|ing|o)|hat(?:e[ds]?|ing)|dislik(?:e[ds]?|ing)|favou?rites?|fan|fond|prefer(?:red|s)?|into|obsessed|addicted|crazy|mad|passion(?:ate)?|best|stand|gustan?|gustaba|encantan?|encantaba|fascinan?|apasionan?|odi[oa]|odiaba|detest[oa]|soporto|aguanto|favorit[oa]s?|prefier[oe]|fanátic[oa]|loc[oa])(?!\p{L})|❤|😍|🥰/iu;

/** Whether a statement tells of a liking that nothing in what was said speaks of: an old ski injury is no love of skiing. */
export function isInventedLiking(text: string, said: string): boolean {
  return LIKING_TEXT.test(text) && !LIKING.test(said);
}

export const isWish = (text: string): boolean => WISH.test(text);
export const isHypothetical = (sentence: string): boolean => HYPOTHETICAL.test(sentence);
export const isSarcastic = (said: string): boolean => SARCASM.test(said) || TAKEN_BACK.test(said);
export const isReported = (sentence: string): boolean => REPORT.test(sentence) || PERSON_REPORTS.test(sentence);
export const isHedged = (sentence: string): boolean => HEDGE.test(sentence);

/** Whether a message takes back the one before it: it begins with that. One that tells something first takes back what it told itself. */
export function takesBack(said: string): boolean {
  const at = TAKEN_BACK.exec(said)?.index;
  if (at === undefined) return false;
  const before = said.slice(0, at).match(/\p{L}+/gu) ?? [];
  return before.filter((word) => !FILLER.test(word)).length <= MOST_BEFORE_TAKING_BACK;
}

/**
 * Whether a clause denies what it speaks of; twice is not at all. So "I hate coffee" is not told as "likes coffee", and "I couldn't live without it" is.
 */
export function isNegated(clause: string): boolean {
  const denials = clause.replace(INTERJECTED_NO, ' ').match(DENIAL) ?? [];
  return denials.length % 2 === 1;
}

/** Whether a sentence asks. "I moved to Lisbon, can you believe it?" tells first and asks then: it does not. */
export function isQuestion(sentence: string): boolean {
  if (!/[?¿]/.test(sentence) || TELLING_QUESTION.test(sentence)) return false;
  const [first = '', ...rest] = sentence.split(/,|;| - | – |—/);
  if (QUESTION_BEGINS.test(first)) return true;
  return !(rest.length > 0 && FIRST.test(first) && first.trim().split(/\s+/).length >= 3);
}

/** Whether a sentence tells of somebody else than the one who says it. */
export function isAboutAnother(sentence: string): boolean {
  return (
    THIRD_BEGINS.test(sentence) || (NAMED_BEGINS.test(sentence) && !/^\s*(?:My|Our|Mi|Nuestr[oa])\b/.test(sentence))
  );
}

/** The person whom a sentence about another begins with, as it names them; undefined for "she". */
export function otherOf(sentence: string): string | undefined {
  return RELATION.exec(sentence)?.[0];
}

/** Whether a sentence tells (also) of the one who says it. */
export function isAboutSelf(sentence: string): boolean {
  return FIRST.test(sentence);
}
