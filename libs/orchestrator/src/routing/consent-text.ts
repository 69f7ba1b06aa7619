import type { ConsentLanguage, SaidConsent } from '#messaging';

/** What is said to a STOP and to a START, each with the word that undoes it. */
const TEXTS: Readonly<Record<ConsentLanguage, { readonly stop: string; readonly start: string }>> = {
  en: {
    stop: 'Understood, you will hear no more from me. Write START if you change your mind.',
    start: 'I am here again. Write STOP whenever you want me to be quiet.',
  },
  es: {
    stop: 'Entendido, no volveré a escribirte. Escribe ALTA si cambias de idea.',
    start: 'Aquí estoy otra vez. Escribe BAJA cuando quieras que me calle.',
  },
  pt: {
    stop: 'Entendido, não volto a escrever. Escreva COMEÇAR se mudar de ideia.',
    start: 'Estou aqui de novo. Escreva PARE quando quiser que eu fique em silêncio.',
  },
  fr: {
    stop: 'C’est compris, je ne vous écrirai plus. Écrivez REPRENDRE si vous changez d’avis.',
    start: 'Me revoilà. Écrivez ARRÊT dès que vous voulez que je me taise.',
  },
  de: {
    stop: 'Verstanden, von mir kommt nichts mehr. WEITER holt mich zurück.',
    start: 'Ich bin wieder da. STOPP genügt, und ich bin still.',
  },
  it: {
    stop: 'Ho capito, non scriverò più. Scrivi INIZIA se cambi idea.',
    start: 'Sono di nuovo qui. Scrivi FERMATI quando vuoi che io stia in silenzio.',
  },
  ru: {
    stop: 'Хорошо, больше не пишу. Напишите СТАРТ, если передумаете.',
    start: 'Я снова здесь. Напишите СТОП, когда захотите тишины.',
  },
  zh: {
    stop: '好的，我不再打扰。想继续时请发送“开始”。',
    start: '我回来了。想让我安静时请发送“停止”。',
  },
  ja: {
    stop: '承知しました。今後は送りません。再開するには「スタート」と送ってください。',
    start: 'また応答します。止めるには「ストップ」と送ってください。',
  },
  ar: {
    stop: 'حسنًا، لن أراسلك بعد الآن. أرسل "ابدأ" إذا غيرت رأيك.',
    start: 'عدت من جديد. أرسل "توقف" متى أردت أن أصمت.',
  },
  hi: {
    stop: 'ठीक है, अब मैं संदेश नहीं भेजूँगी। फिर से शुरू करने के लिए START लिखें।',
    start: 'मैं फिर से यहाँ हूँ। मुझे चुप कराने के लिए रुको लिखें।',
  },
};

/** The answer to a consent word, in the language of the word. */
export function consentText({ word, language }: SaidConsent): string {
  return TEXTS[language][word];
}
