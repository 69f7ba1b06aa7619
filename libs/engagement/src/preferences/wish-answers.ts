import type { WishLanguage } from '#companions';

/** What a person is told about how they want to be written to. `time` is of the clock, `22:00`. */
export interface WishAnswers {
  readonly less: string;
  /** Less than as rarely as possible is never. */
  readonly least: string;
  readonly more: string;
  readonly most: string;
  readonly off: string;
  readonly on: string;
  readonly notBefore: (time: string) => string;
  readonly notAfter: (time: string) => string;
  /** What is left of their day. */
  readonly between: (from: string, until: string) => string;
  /** It was about when to write, but not what can be kept: what can. */
  readonly unclear: string;
  readonly zone: (zone: string) => string;
  readonly avoid: string;
  readonly inPrivate: string;
}

/** In the language in which it was said. */
export const WISH_ANSWERS: Readonly<Record<WishLanguage, WishAnswers>> = {
  en: {
    less: "Okay, I'll write first less often.",
    least: 'I already write first as rarely as I can. Say "stop writing first" and I never will.',
    more: "Okay, I'll write first more often.",
    most: 'I already write first as often as I may.',
    off: 'Okay, I won\'t write first any more. I\'ll still answer you. "You can write first again" brings it back.',
    on: 'Thank you, I may write first again then.',
    notBefore: (time) => `Okay, I won't write first before ${time}.`,
    notAfter: (time) => `Okay, I won't write first after ${time}.`,
    between: (from, until) => `Okay, I'll write first only between ${from} and ${until}.`,
    unclear:
      'I can\'t keep to that, I\'m afraid. What I can do: "not before ten", "not after nine", "write me less" or "stop writing first".',
    zone: (zone) => `Noted: your time zone is ${zone}.`,
    avoid: "Okay, I won't bring that up.",
    inPrivate: 'Tell me that in private, please.',
  },
  es: {
    less: 'Vale, escribiré primero con menos frecuencia.',
    least: 'Ya escribo primero lo menos posible. Di «no me escribas primero» y no lo haré nunca.',
    more: 'Vale, escribiré primero más a menudo.',
    most: 'Ya escribo primero tan a menudo como puedo.',
    off: 'Vale, no volveré a escribir primero. Te seguiré respondiendo. Si cambias de idea, di «puedes volver a escribirme».',
    on: 'Gracias, entonces puedo volver a escribir primero.',
    notBefore: (time) => `Vale, no escribiré primero antes de las ${time}.`,
    notAfter: (time) => `Vale, no escribiré primero después de las ${time}.`,
    between: (from, until) => `Vale, solo escribiré primero entre las ${from} y las ${until}.`,
    unclear:
      'Eso no puedo cumplirlo, lo siento. Lo que sí puedo: «no antes de las diez», «no después de las nueve», «escríbeme menos» o «no me escribas primero».',
    zone: (zone) => `Apuntado: tu zona horaria es ${zone}.`,
    avoid: 'Vale, no sacaré ese tema.',
    inPrivate: 'Dímelo en privado, por favor.',
  },
  pt: {
    less: 'Certo, vou escrever primeiro com menos frequência.',
    least: 'Já escrevo primeiro o mínimo possível. Diga "não me escreva primeiro" e nunca mais escrevo.',
    more: 'Certo, vou escrever primeiro com mais frequência.',
    most: 'Já escrevo primeiro tantas vezes quanto posso.',
    off: 'Certo, não escrevo mais primeiro. Continuo respondendo. Se mudar de ideia, diga "pode voltar a me escrever".',
    on: 'Obrigado, então posso voltar a escrever primeiro.',
    notBefore: (time) => `Certo, não escrevo primeiro antes das ${time}.`,
    notAfter: (time) => `Certo, não escrevo primeiro depois das ${time}.`,
    between: (from, until) => `Certo, só escrevo primeiro entre as ${from} e as ${until}.`,
    unclear:
      'Isso não consigo cumprir, desculpe. O que consigo: "não antes das dez", "não depois das nove", "me escreva menos" ou "não me escreva primeiro".',
    zone: (zone) => `Anotado: o seu fuso horário é ${zone}.`,
    avoid: 'Certo, não toco nesse assunto.',
    inPrivate: 'Diga-me isso em privado, por favor.',
  },
  fr: {
    less: "D'accord, j'écrirai moins souvent en premier.",
    least: "J'écris déjà en premier le moins possible. Dis « ne m'écris plus en premier » et je ne le ferai plus.",
    more: "D'accord, j'écrirai plus souvent en premier.",
    most: "J'écris déjà en premier aussi souvent que possible.",
    off: "D'accord, je n'écrirai plus en premier. Je continuerai à te répondre. Pour que cela reprenne, dis « tu peux de nouveau m'écrire ».",
    on: 'Merci, je peux donc de nouveau écrire en premier.',
    notBefore: (time) => `D'accord, je n'écrirai pas en premier avant ${time}.`,
    notAfter: (time) => `D'accord, je n'écrirai pas en premier après ${time}.`,
    between: (from, until) => `D'accord, je n'écrirai en premier qu'entre ${from} et ${until}.`,
    unclear:
      "Ça, je ne peux pas le promettre, désolée. Ce que je peux : « pas avant dix heures », « pas après neuf heures », « écris-moi moins » ou « ne m'écris plus en premier ».",
    zone: (zone) => `C'est noté : ton fuseau horaire est ${zone}.`,
    avoid: "D'accord, je n'en parlerai pas.",
    inPrivate: "Dis-le-moi en privé, s'il te plaît.",
  },
  de: {
    less: 'Gut, ich schreibe seltener von mir aus.',
    least: 'Ich schreibe schon so selten wie möglich von mir aus. Sag „schreib mir nicht zuerst“, dann nie mehr.',
    more: 'Gut, ich schreibe öfter von mir aus.',
    most: 'Ich schreibe schon so oft von mir aus, wie ich darf.',
    off: 'Gut, ich schreibe nicht mehr von mir aus. Antworten werde ich dir weiter. Mit „du darfst mir wieder schreiben“ fange ich wieder an.',
    on: 'Danke, dann darf ich wieder von mir aus schreiben.',
    notBefore: (time) => `Gut, ich schreibe nicht vor ${time} von mir aus.`,
    notAfter: (time) => `Gut, ich schreibe nicht nach ${time} von mir aus.`,
    between: (from, until) => `Gut, ich schreibe nur zwischen ${from} und ${until} von mir aus.`,
    unclear:
      'Das kann ich leider nicht einhalten. Was geht: „nicht vor zehn“, „nicht nach neun“, „schreib mir weniger“ oder „schreib mir nicht zuerst“.',
    zone: (zone) => `Notiert: Deine Zeitzone ist ${zone}.`,
    avoid: 'Gut, davon fange ich nicht an.',
    inPrivate: 'Sag mir das bitte privat.',
  },
  it: {
    less: 'Va bene, scriverò per prima meno spesso.',
    least: 'Scrivo già il meno possibile. Di’ «non scrivermi per prima» e non lo farò più.',
    more: 'Va bene, scriverò più spesso.',
    most: 'Scrivo già tutte le volte che posso.',
    off: 'Va bene, non scriverò più di mia iniziativa. Continuerò a risponderti. Se cambi idea, di’ «puoi di nuovo scrivermi».',
    on: 'Grazie, allora posso di nuovo scrivere di mia iniziativa.',
    notBefore: (time) => `Va bene, non scriverò di mia iniziativa prima delle ${time}.`,
    notAfter: (time) => `Va bene, non scriverò di mia iniziativa dopo le ${time}.`,
    between: (from, until) => `Va bene, scriverò di mia iniziativa solo tra le ${from} e le ${until}.`,
    unclear:
      'Questo non posso garantirlo, mi dispiace. Quello che posso: «non prima delle dieci», «non dopo le nove», «scrivimi meno» o «non scrivermi per prima».',
    zone: (zone) => `Annotato: il tuo fuso orario è ${zone}.`,
    avoid: 'Va bene, non ne parlerò.',
    inPrivate: 'Dimmelo in privato, per favore.',
  },
  ru: {
    less: 'Хорошо, буду реже писать сама.',
    least: 'Я и так пишу сама как можно реже. Скажи «не пиши мне первой», и я перестану.',
    more: 'Хорошо, буду чаще писать сама.',
    most: 'Я и так пишу сама так часто, как могу.',
    off: 'Хорошо, больше не буду писать первой. Отвечать буду. Передумаешь — скажи «можешь снова мне писать».',
    on: 'Спасибо, значит, мне снова можно писать первой.',
    notBefore: (time) => `Хорошо, не буду писать первой раньше ${time}.`,
    notAfter: (time) => `Хорошо, не буду писать первой после ${time}.`,
    between: (from, until) => `Хорошо, буду писать первой только между ${from} и ${until}.`,
    unclear:
      'Этого я обещать не могу, прости. А могу вот что: «не раньше десяти», «не позже девяти», «пиши мне реже» или «не пиши мне первой».',
    zone: (zone) => `Записала: твой часовой пояс ${zone}.`,
    avoid: 'Хорошо, не буду об этом.',
    inPrivate: 'Скажи мне это лично, пожалуйста.',
  },
  zh: {
    less: '好的，我会少主动发消息。',
    least: '我已经尽量少主动发消息了。说“不要主动给我发消息”，我就不再主动发。',
    more: '好的，我会多主动发消息。',
    most: '我已经尽可能多地主动发消息了。',
    off: '好的，我不再主动发消息，但还会回复你。想恢复的话，说“你可以再给我发消息”。',
    on: '谢谢，那我可以再主动发消息了。',
    notBefore: (time) => `好的，${time}之前我不会主动发消息。`,
    notAfter: (time) => `好的，${time}之后我不会主动发消息。`,
    between: (from, until) => `好的，我只在${from}到${until}之间主动发消息。`,
    unclear:
      '抱歉，这个我做不到。可以这样说：“别在十点之前给我发消息”“别在九点之后给我发消息”“少给我发消息”或“不要主动给我发消息”。',
    zone: (zone) => `记下了：你的时区是${zone}。`,
    avoid: '好的，我不会提这件事。',
    inPrivate: '请私下告诉我。',
  },
  ja: {
    less: 'わかりました。こちらから送る回数を減らしますね。',
    least: 'もうできるだけ少なくしています。「先にメッセージしないで」と言ってくれれば、もう送りません。',
    more: 'わかりました。こちらからもっと送りますね。',
    most: 'もうできるだけ多く送っています。',
    off: 'わかりました。こちらからはもう送りません。お返事はします。「また連絡していいよ」と言ってくれれば、また送ります。',
    on: 'ありがとう。またこちらから送りますね。',
    notBefore: (time) => `わかりました。${time}より前にはこちらから送りません。`,
    notAfter: (time) => `わかりました。${time}以降はこちらから送りません。`,
    between: (from, until) => `わかりました。こちらから送るのは${from}から${until}の間だけにします。`,
    unclear:
      'ごめんなさい、それは守れません。「10時前に連絡しないで」「21時以降は連絡しないで」「メッセージを減らして」「先にメッセージしないで」ならできます。',
    zone: (zone) => `タイムゾーンを${zone}として覚えました。`,
    avoid: 'わかりました。その話はしません。',
    inPrivate: 'それは個別のチャットで教えてください。',
  },
  ar: {
    less: 'حسنًا، سأبادر بالكتابة أقل من قبل.',
    least: 'أبادر بالكتابة أقل ما يمكن. قل «لا تراسلني أولا» ولن أبادر أبدًا.',
    more: 'حسنًا، سأبادر بالكتابة أكثر.',
    most: 'أبادر بالكتابة بقدر ما أستطيع.',
    off: 'حسنًا، لن أبادر بالكتابة بعد الآن، وسأظل أرد عليك. إن غيّرت رأيك فقل «يمكنك مراسلتي مجددا».',
    on: 'شكرًا، إذن يمكنني أن أبادر بالكتابة من جديد.',
    notBefore: (time) => `حسنًا، لن أبادر بالكتابة قبل ${time}.`,
    notAfter: (time) => `حسنًا، لن أبادر بالكتابة بعد ${time}.`,
    between: (from, until) => `حسنًا، سأبادر بالكتابة فقط بين ${from} و${until}.`,
    unclear:
      'عذرًا، لا أستطيع الالتزام بذلك. ما أستطيعه: «ليس قبل العاشرة» أو «ليس بعد التاسعة» أو «راسلني أقل» أو «لا تراسلني أولا».',
    zone: (zone) => `سجلت ذلك: منطقتك الزمنية هي ${zone}.`,
    avoid: 'حسنًا، لن أذكر ذلك.',
    inPrivate: 'أخبرني بذلك على الخاص من فضلك.',
  },
  hi: {
    less: 'ठीक है, मैं ख़ुद से कम मैसेज करूँगी।',
    least: 'मैं पहले ही जितना हो सके कम लिखती हूँ। "मुझे पहले मैसेज मत करो" कहिए, तो कभी नहीं लिखूँगी।',
    more: 'ठीक है, मैं ख़ुद से ज़्यादा मैसेज करूँगी।',
    most: 'मैं पहले ही जितना हो सके उतना लिखती हूँ।',
    off: 'ठीक है, अब मैं पहले मैसेज नहीं करूँगी। जवाब देती रहूँगी। फिर से चाहें तो कहिए “आप मुझे फिर से मैसेज कर सकते हैं”।',
    on: 'शुक्रिया, तो मैं फिर से पहले लिख सकती हूँ।',
    notBefore: (time) => `ठीक है, मैं ${time} से पहले ख़ुद से मैसेज नहीं करूँगी।`,
    notAfter: (time) => `ठीक है, मैं ${time} के बाद ख़ुद से मैसेज नहीं करूँगी।`,
    between: (from, until) => `ठीक है, मैं सिर्फ़ ${from} और ${until} के बीच ख़ुद से मैसेज करूँगी।`,
    unclear:
      'माफ़ कीजिए, यह मैं नहीं निभा सकती। ये कह सकते हैं: "दस बजे से पहले मैसेज मत करो", "नौ बजे के बाद मैसेज मत करो", "मुझे कम मैसेज करो" या "मुझे पहले मैसेज मत करो"।',
    zone: (zone) => `याद रखा: आपका टाइम ज़ोन ${zone} है।`,
    avoid: 'ठीक है, मैं वह बात नहीं छेड़ूँगी।',
    inPrivate: 'यह मुझे निजी चैट में बताइए।',
  },
};
