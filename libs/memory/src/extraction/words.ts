const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const ACCENT = /\p{M}/gu;
/** Words that say nothing by themselves, and those by which a statement is put. */
const EMPTY = new Set(
  (
    'a an the of to in on at for with from by as and or but so is are was were be been being am has have had having do does did done will ' +
    'would can could should may might must not no it its this that these those there here he she they them his her their him i me my mine ' +
    'we us our you your who which what when where why how very really just also too more most much many some any all every than then now ' +
    'years year old años año never nunca jamás tampoco dislike dislikes hate hates enjoy enjoys want wants wish wishes had habit hobby lived moved moving va voy vamos quiere le ' +
    'user contact person speaker writer they’re s t m re ve ll d likes like loves love lives live works work named called name goes going ' +
    'go gets get about into out up down over under since until ago ' +
    'el la los las un una unos unas de del al a en por para con sin y o u e pero que qué se su sus le les lo es son era fue ser está están ' +
    'estar estoy soy eres ha han he hay tiene tengo tener no sí muy más menos también ya mi mis tu tus yo tú él ella ellos me te nos como ' +
    'cuando donde quien usuario contacto persona gusta gustan encanta encantan vive vivo trabaja trabajo llama llamo nombre este esta eso'
  )
    .split(' ')
    .map(plain),
);

/** A word as it is compared: small, without accents. */
function plain(word: string): string {
  return word.normalize('NFD').replace(ACCENT, '').toLowerCase();
}

/** The words of a text that carry its meaning, to be compared. */
export function contentWords(text: string): string[] {
  return allWords(text).filter((word) => !EMPTY.has(word) && (word.length > 1 || /\d/.test(word)));
}

/** Every word of a text, to be compared. */
export function allWords(text: string): string[] {
  return (text.match(WORD) ?? []).map(plain);
}

/** Names and numbers: what must not be changed. The first word of a text is a name only when it is written so everywhere. */
export function namesAndNumbers(text: string): string[] {
  const words = [...text.matchAll(WORD)].map(([word]) => word);
  return words
    .filter((word, index) => /\d/.test(word) || (index > 0 && /^\p{Lu}\p{Ll}/u.test(word)))
    .map(plain)
    .filter((word) => !EMPTY.has(word));
}

/** How words of one stem end, in English and Spanish, without accents. */
const ENDINGS = new Set(
  (
    's es d ed ing e r er ers or ors ist ly y ies ied ying al ion ation n en an ian ment ness ful ' +
    'o a os as ar ir ado ada ados adas ido ida ando iendo amos emos imos aba aban ia io i cion ciones dor dora ero era ista mente ' +
    'ico ica ito ita te ta me anos'
  ).split(' '),
);

/** Whether two words are forms of one. Names and numbers are one only when they are the same. */
export function areAkin(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\d/.test(one) || /\d/.test(other)) return false;
  const least = Math.max(3, Math.ceil(Math.min(one.length, other.length) * 0.6));
  for (let shared = commonStart(one, other); shared >= least; shared -= 1) {
    if (isEnding(one.slice(shared)) && isEnding(other.slice(shared))) return true;
  }
  return false;
}

/** Whether two names are the same, one of them perhaps with an s. */
export function areSameName(one: string, other: string): boolean {
  return one === other || `${one}s` === other || one === `${other}s`;
}

function isEnding(end: string): boolean {
  return end === '' || ENDINGS.has(end);
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
