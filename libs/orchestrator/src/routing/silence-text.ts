import type { ConsentLanguage, SilenceRequest } from '#messaging';

/** What a group hears that asked us for silence, with what lifts it, and what it hears when that is lifted. */
const TEXTS: Readonly<Record<ConsentLanguage, Readonly<Record<SilenceRequest['ask'], string>>>> = {
  en: {
    quiet: 'Understood, I will only speak when somebody asks me. “You can talk again” ends it.',
    speak: 'Thank you, I am here again.',
  },
  es: {
    quiet: 'Entendido, solo hablaré si alguien me pregunta. “Ya puedes hablar” lo termina.',
    speak: 'Gracias, aquí estoy otra vez.',
  },
  pt: {
    quiet: 'Entendido, só falo se alguém me perguntar. “Já podes falar” põe-lhe fim.',
    speak: 'Obrigada, estou aqui de novo.',
  },
  fr: {
    quiet: 'C’est compris, je ne parlerai que si l’on m’interroge. « Tu peux de nouveau parler » y met fin.',
    speak: 'Merci, me revoilà.',
  },
  de: {
    quiet: 'Verstanden, ich melde mich nur noch, wenn mich jemand fragt. „Du darfst wieder reden“ beendet das.',
    speak: 'Danke, ich bin wieder da.',
  },
  it: {
    quiet: 'Ho capito, parlerò solo se qualcuno mi chiede qualcosa. “Puoi parlare di nuovo” basta per farmi tornare.',
    speak: 'Grazie, sono di nuovo qui.',
  },
  ru: {
    quiet: 'Хорошо, буду отвечать, только если меня спросят. «Можешь снова говорить» вернёт меня.',
    speak: 'Спасибо, я снова здесь.',
  },
  zh: { quiet: '好的，有人问我时我才会说话。说“你又可以说话了”即可恢复。', speak: '谢谢，我回来了。' },
  ja: {
    quiet: '承知しました。聞かれたときだけ話します。「また話していいよ」で元に戻ります。',
    speak: 'ありがとうございます。また話しますね。',
  },
  ar: {
    quiet: 'حسنًا، لن أتكلم إلا إذا سألني أحد. عبارة "يمكنك الكلام مجددا" تنهي ذلك.',
    speak: 'شكرًا، عدت من جديد.',
  },
  hi: {
    quiet: 'ठीक है, अब मैं तभी बोलूँगी जब कोई मुझसे पूछेगा। “तुम फिर से बोल सकती हो” कहने से यह ख़त्म होगा।',
    speak: 'धन्यवाद, मैं फिर से यहाँ हूँ।',
  },
};

/** The answer to a group that asked us for silence, or lifted it, in the language in which it did. */
export function silenceText({ ask, language }: Pick<SilenceRequest, 'ask' | 'language'>): string {
  return TEXTS[language][ask];
}
