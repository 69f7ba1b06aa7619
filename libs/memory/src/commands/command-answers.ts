import type { CommandLanguage } from './memory-command.js';

/** What a person is told. */
export interface CommandWords {
  readonly know: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly forgot: (count: number) => string;
  readonly forgotNothing: string;
  readonly forgotAll: string;
  readonly noted: string;
  readonly noSecrets: string;
  readonly notNoted: string;
  readonly inPrivate: string;
  readonly asked: (about: string) => string;
}

export const COMMAND_WORDS: Readonly<Record<CommandLanguage, CommandWords>> = {
  en: {
    know: 'This is what I remember about you:',
    nothing: "I don't remember anything about you yet.",
    more: (count) => `… and ${count} more.`,
    forgot: (count) =>
      count === 1 ? 'Done, I have forgotten that.' : `Done, I have forgotten that (${count} things).`,
    forgotNothing: 'I found nothing about that. Ask what I know about you and name it.',
    forgotAll: 'Done. I have forgotten everything about you.',
    noted: "Got it, I'll remember that.",
    noSecrets: "I don't keep passwords, codes or card numbers.",
    notNoted: "I can't keep that one without asking the owner first.",
    inPrivate: 'Ask me that in private, please.',
    asked: (about) => `Asked to remember: ${about}`,
  },
  es: {
    know: 'Esto es lo que recuerdo de ti:',
    nothing: 'Todavía no recuerdo nada de ti.',
    more: (count) => `… y ${count} más.`,
    forgot: (count) => (count === 1 ? 'Hecho, lo he olvidado.' : `Hecho, lo he olvidado (${count} cosas).`),
    forgotNothing: 'No he encontrado nada sobre eso. Pregunta qué sé de ti y dime cuál.',
    forgotAll: 'Hecho. He olvidado todo sobre ti.',
    noted: 'Apuntado, lo recordaré.',
    noSecrets: 'No guardo contraseñas, códigos ni números de tarjeta.',
    notNoted: 'Eso no puedo guardarlo sin preguntar antes al dueño.',
    inPrivate: 'Pregúntamelo en privado, por favor.',
    asked: (about) => `Pidió recordar: ${about}`,
  },
  pt: {
    know: 'Isto é o que lembro de você:',
    nothing: 'Ainda não lembro de nada sobre você.',
    more: (count) => `… e mais ${count}.`,
    forgot: () => 'Pronto, esqueci isso.',
    forgotNothing: 'Não encontrei nada sobre isso. Pergunte o que sei sobre você e diga qual.',
    forgotAll: 'Pronto. Esqueci tudo sobre você.',
    noted: 'Anotado, vou lembrar.',
    noSecrets: 'Não guardo senhas, códigos nem números de cartão.',
    notNoted: 'Isso não posso guardar sem perguntar antes.',
    inPrivate: 'Pergunte-me isso em privado, por favor.',
    asked: (about) => `Pediu para lembrar: ${about}`,
  },
  fr: {
    know: 'Voici ce dont je me souviens de toi :',
    nothing: 'Je ne me souviens encore de rien sur toi.',
    more: (count) => `… et ${count} de plus.`,
    forgot: () => "C'est fait, je l'ai oublié.",
    forgotNothing: "Je n'ai rien trouvé là-dessus. Demande ce que je sais de toi et dis-moi quoi.",
    forgotAll: "C'est fait. J'ai tout oublié de toi.",
    noted: "C'est noté.",
    noSecrets: 'Je ne garde ni mots de passe, ni codes, ni numéros de carte.',
    notNoted: 'Je ne peux pas garder cela sans demander.',
    inPrivate: 'Demande-le-moi en privé, s’il te plaît.',
    asked: (about) => `A demandé de retenir : ${about}`,
  },
  de: {
    know: 'Das weiß ich von dir:',
    nothing: 'Ich weiß noch nichts über dich.',
    more: (count) => `… und ${count} mehr.`,
    forgot: () => 'Erledigt, das habe ich vergessen.',
    forgotNothing: 'Dazu habe ich nichts gefunden. Frag, was ich über dich weiß, und nenne es.',
    forgotAll: 'Erledigt. Ich habe alles über dich vergessen.',
    noted: 'Gut, das merke ich mir.',
    noSecrets: 'Passwörter, Codes und Kartennummern merke ich mir nicht.',
    notNoted: 'Das kann ich mir nicht merken, ohne zu fragen.',
    inPrivate: 'Frag mich das bitte privat.',
    asked: (about) => `Soll gemerkt werden: ${about}`,
  },
  it: {
    know: 'Questo è ciò che ricordo di te:',
    nothing: 'Non ricordo ancora nulla di te.',
    more: (count) => `… e altri ${count}.`,
    forgot: () => "Fatto, l'ho dimenticato.",
    forgotNothing: 'Non ho trovato nulla in proposito. Chiedi cosa so di te e dimmi cosa.',
    forgotAll: 'Fatto. Ho dimenticato tutto di te.',
    noted: 'Va bene, lo ricorderò.',
    noSecrets: 'Non conservo password, codici o numeri di carta.',
    notNoted: 'Questo non posso tenerlo senza chiedere.',
    inPrivate: 'Chiedimelo in privato, per favore.',
    asked: (about) => `Ha chiesto di ricordare: ${about}`,
  },
};
