import type { SafetyLanguage } from '../classify/danger-signals.js';
import { readableText } from '../classify/readable-text.js';

const COMMAND =
  /^[/!#\s]*(?:report(?: (?:this|you|chat|bot|abuse))?|reportar(?: (?:esto|chat))?|denunciar|denuncia|melden|signaler|segnala|segnalare)[\s.!]*$/;

const THANKS: Readonly<Record<SafetyLanguage, string>> = {
  en: 'Thank you, I’ve reported this chat. A person will look at it.',
  es: 'Gracias, he avisado. Una persona revisará este chat.',
  de: 'Danke, das ist gemeldet. Ein Mensch sieht sich diesen Chat an.',
  fr: 'Merci, c’est signalé. Une personne va regarder cette conversation.',
  pt: 'Obrigado, está denunciado. Uma pessoa vai ver esta conversa.',
  it: 'Grazie, la segnalazione è partita. Una persona guarderà questa chat.',
};
const LONGEST = 40;

/** Whether a text is nothing but the wish that an operator looks at the chat. */
export function isReportCommand(text: string): boolean {
  return text.length <= LONGEST && COMMAND.test(readableText(text).plain);
}

export function reportThanks(language: SafetyLanguage): string {
  return THANKS[language];
}
