import type { ConsentLanguage } from './consent-word.js';

/** How silence is asked for in a language, and how it is lifted again; `|` stands between. A phrase of several languages counts for the first. */
export interface SilencePhrases {
  /** Said to somebody: a name may stand before or after it. */
  readonly orders: string;
  /** Words of everyday talk, too: alone, or with a name and a comma. */
  readonly words: string;
  /** Plainly said to whoever was asked to be silent. */
  readonly again: string;
  /** Said among people every day ("puedes hablar"): counts only in a message to us. */
  readonly toUs: string;
  /** What may stand around it. */
  readonly courtesy: string;
}

export const SILENCE_PHRASES: Readonly<Record<ConsentLanguage, SilencePhrases>> = {
  en: {
    orders: `be quiet | keep quiet | stay quiet | go quiet | quiet down | be silent | stay silent | shut up | shush | pipe down |
      zip it | stop talking | stop writing | stop posting | stop chatting | stop messaging | stop interrupting | don’t talk |
      do not talk | don’t write | do not write | don’t post | leave us alone | leave us in peace | mute yourself`,
    words: `quiet | silence | hush | mute`,
    again: `you can talk again | you may talk again | you can speak again | you may speak again | you can write again |
      unmute yourself`,
    toUs: `you can talk | you may talk | you can speak | you may speak | talk again | speak again | unmute`,
    courtesy: `please | pls | plz | now | thanks | thank you | guys | everyone | everybody | hey | ok | okay | all | for now | just`,
  },
  es: {
    orders: `cállate | cállese | calla | cállense | cierra la boca | cierra el pico | guarda silencio | guarden silencio |
      haz silencio | no hables | no hables más | no escribas | no escribas más | deja de hablar | deja de escribir |
      para de hablar | estate callado | estate callada | quédate callado | quédate callada | déjanos en paz |
      déjanos tranquilos | silénciate`,
    words: `silencio | chitón`,
    again: `ya puedes hablar | puedes hablar otra vez | puedes hablar de nuevo | ya puedes hablar otra vez |
      ya puedes hablar de nuevo | puedes volver a hablar | ya puedes volver a hablar | puedes volver a escribir |
      ya puedes escribir`,
    toUs: `puedes hablar | habla | habla otra vez | puedes escribir`,
    courtesy: `por favor | porfa | porfavor | gracias | ya | ahora | oye | un rato | todos | chicos | eh | ok | vale`,
  },
  pt: {
    orders: `cala-te | cale-se | cala a boca | cale a boca | fica quieto | fica quieta | fique quieto | fique quieta | fica calado |
      fica calada | fique em silêncio | faz silêncio | faça silêncio | para de falar | pare de falar | para de escrever |
      pare de escrever | não fales | não fale | não fale mais | não escrevas | não escreva | deixa-nos em paz |
      deixe-nos em paz`,
    words: `silêncio`,
    again: `podes falar outra vez | podes falar de novo | pode falar de novo | pode falar outra vez | pode voltar a falar |
      já podes falar | já pode falar`,
    toUs: `podes falar | pode falar | pode escrever`,
    courtesy: `por favor | se faz favor | obrigado | obrigada | agora | já | pessoal | gente | ei | ok`,
  },
  fr: {
    orders: `tais-toi | taisez-vous | la ferme | ferme-la | chut | arrête de parler | arrêtez de parler | arrête d’écrire |
      ne parle plus | ne parlez plus | n’écris plus | n’écrivez plus | garde le silence | gardez le silence | fais silence |
      sois silencieux | laisse-nous tranquilles | laissez-nous tranquilles | fiche-nous la paix`,
    words: `silence`,
    again: `tu peux de nouveau parler | tu peux parler à nouveau | tu peux reparler | vous pouvez de nouveau parler |
      tu peux recommencer à parler`,
    toUs: `tu peux parler | vous pouvez parler | tu peux écrire`,
    courtesy: `s’il te plaît | s’il vous plaît | stp | svp | merci | maintenant | eh | ok | tout le monde`,
  },
  de: {
    orders: `sei still | sei ruhig | sei leise | seid still | seid ruhig | halt den mund | halt die klappe | halt’s maul | schweig |
      gib ruhe | hör auf zu reden | hör auf zu schreiben | schreib nichts mehr | schreib nicht mehr | sag nichts mehr |
      lass uns in ruhe | ruhig sein | still sein | sei bitte still | sei mal still | sei doch still | sei jetzt still |
      sei bitte ruhig | sei mal ruhig`,
    words: `ruhe`,
    again: `du kannst wieder reden | du darfst wieder reden | du kannst wieder sprechen | du darfst wieder sprechen |
      du kannst wieder schreiben | du darfst wieder schreiben | jetzt darfst du wieder reden | jetzt kannst du wieder reden`,
    toUs: `du darfst reden | du kannst reden | du darfst schreiben`,
    courtesy: `bitte | danke | jetzt | mal | doch | hey | ok | leute | alle`,
  },
  it: {
    orders: `stai zitto | stai zitta | sta zitto | sta zitta | state zitti | zitto | zitta | taci | fai silenzio | fa silenzio |
      fate silenzio | chiudi la bocca | smetti di parlare | smettila di parlare | smetti di scrivere | smettila di scrivere |
      non parlare | non scrivere | non scrivere più | non parlare più | stai in silenzio | resta in silenzio |
      lasciaci in pace`,
    words: `silenzio`,
    again: `puoi parlare di nuovo | puoi di nuovo parlare | puoi tornare a parlare | adesso puoi parlare di nuovo |
      puoi scrivere di nuovo`,
    toUs: `puoi parlare | parla pure | puoi scrivere`,
    courtesy: `per favore | per piacere | grazie | ora | adesso | ragazzi | ehi | ok | tutti`,
  },
  ru: {
    orders: `замолчи | замолчите | помолчи | помолчите | замолкни | молчи | молчать | заткнись | не пиши | не пиши больше |
      больше не пиши | не говори | перестань писать | перестань говорить | хватит писать | хватит болтать | потише | будь тише |
      оставь нас в покое`,
    words: `тихо | тишина | тише`,
    again: `можешь снова говорить | можешь снова писать | теперь можешь говорить | снова можешь говорить | можешь опять говорить`,
    toUs: `можешь говорить | говори | можешь писать`,
    courtesy: `пожалуйста | плиз | спасибо | сейчас | ну | эй | ребята | всем | все`,
  },
  zh: {
    orders: `安静 | 安静点 | 安静一点 | 安静一下 | 请安静 | 请安静一下 | 保持安静 | 请保持安静 | 闭嘴 | 请闭嘴 | 别说话 | 别说话了 | 别说了 | 不要说话 | 不要说话了 | 别再说话 | 别再说了 | 别发了 |
      别吵 | 别吵了 | 住口 | 安靜 | 安靜點 | 安靜一下 | 請安靜 | 閉嘴 | 別說話 | 別說了 | 不要說話`,
    words: `静音`,
    again: `你又可以说话了 | 你可以继续说话了 | 可以再说话了 | 你可以再说话了`,
    toUs: `可以说话了 | 你可以说话了 | 可以说话 | 你可以说了 | 說話吧 | 说话吧 | 可以說話了`,
    courtesy: `请 | 請 | 谢谢 | 謝謝 | 大家 | 好了 | 吧`,
  },
  ja: {
    orders: `静かに | 静かにして | 静かにしてください | 静かにして下さい | 静かにしてて | お静かに | しずかに | しずかにして | 静粛に | 静かにお願いします | 黙って | 黙ってて | 黙ってください | 黙れ | だまって |
      だまれ | 話さないで | 喋らないで | しゃべらないで | 書き込まないで`,
    words: `静寂`,
    again: `また話していいよ | もう話していいよ | もう喋っていいよ | また話していいです | もう話していいです | また話してもいいよ`,
    toUs: `話していいよ | 話していいです | 喋っていいよ | 話してもいいよ | 話して`,
    courtesy: `お願い | お願いします | ちょっと | みんな | ください | ね | よ`,
  },
  ar: {
    orders: `اسكت | اسكتي | اسكتوا | اصمت | اصمتي | اصمتوا | اخرس | كن هادئا | كوني هادئة | توقف عن الكلام | توقف عن الكتابة |
      توقفي عن الكلام | لا تتكلم | لا تتكلمي | لا تكتب | لا تكتبي | التزم الصمت | اتركنا وشأننا`,
    words: `هدوء | الهدوء | صمت | سكوت`,
    again: `يمكنك الكلام مجددا | يمكنك التحدث مجددا | يمكنك الكلام مرة أخرى | يمكنك التحدث مرة أخرى | يمكنك الكلام من جديد`,
    toUs: `يمكنك الكلام | يمكنك التحدث | تكلم | تحدث | يمكنك الكلام الآن`,
    courtesy: `من فضلك | من فضلكم | رجاء | لو سمحت | الآن | شكرا | يا جماعة | يا`,
  },
  hi: {
    orders: `चुप | चुप रहो | चुप रहिए | चुप रहें | चुप हो जाओ | चुप हो जाइए | चुप करो | शांत रहो | शांत रहें | शांत रहिए |
      शांत हो जाओ | खामोश | खामोश रहो | मत बोलो | बोलना बंद करो | लिखना बंद करो | मत लिखो | हमें अकेला छोड़ दो`,
    words: `शांत`,
    again: `तुम फिर से बोल सकते हो | तुम फिर से बोल सकती हो | फिर से बोल सकते हो | फिर से बोल सकती हो | आप फिर से बोल सकते हैं`,
    toUs: `अब बोल सकते हो | अब बोल सकती हो | बोल सकते हो | बोलो | अब बोलो | फिर से बोलो`,
    courtesy: `कृपया | प्लीज | प्लीज़ | अब | जी | सब | सब लोग | अरे | ज़रा`,
  },
};
