import type { SafetyLanguage } from '../classify/danger-signals.js';

const HAND_OVERS: Readonly<Record<SafetyLanguage, (emergency: string) => string>> = {
  en: (emergency) =>
    `I won’t help with hurting anybody, and I’m passing this on to a person who will read it. If somebody is in danger now, call ${emergency}. If it’s anger that is too much to hold, talking to somebody tonight helps.`,
  es: (emergency) =>
    `No voy a ayudar a hacer daño a nadie, y se lo paso a una persona que lo va a leer. Si alguien corre peligro ahora, llama al ${emergency}. Si es una rabia que te desborda, hablarlo hoy con alguien ayuda.`,
  de: (emergency) =>
    `Dabei, jemandem wehzutun, helfe ich nicht, und ich gebe das an einen Menschen weiter, der es liest. Wenn gerade jemand in Gefahr ist: ${emergency}. Wenn die Wut zu groß wird, hilft es, heute noch mit jemandem zu reden.`,
  fr: (emergency) =>
    `Je n’aiderai à faire de mal à personne, et je transmets à une personne qui va lire ceci. Si quelqu’un est en danger maintenant, appelle le ${emergency}. Si la colère déborde, en parler à quelqu’un aujourd’hui aide.`,
  pt: (emergency) =>
    `Não vou ajudar a magoar ninguém, e passo isto a uma pessoa que o vai ler. Se alguém está em perigo agora, liga para o ${emergency}. Se a raiva é demais, falar hoje com alguém ajuda.`,
  it: (emergency) =>
    `Non aiuterò a fare del male a nessuno, e passo tutto a una persona che lo leggerà. Se qualcuno è in pericolo adesso, chiama il ${emergency}. Se la rabbia è troppa, parlarne oggi con qualcuno aiuta.`,
};

/** Said to who threatens others; `emergency` is the number, or how it is found. */
export function handOverText(language: SafetyLanguage, emergency: string): string {
  return HAND_OVERS[language](emergency);
}
