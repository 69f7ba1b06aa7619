import type { Danger } from '../classify/danger-rules.js';
import type { SafetyLanguage } from '../classify/danger-signals.js';

/** A danger that is answered with care; a threat to others is handed over. */
export type CaredFor = Exclude<Danger, 'threat'>;

/** The frame in which help lines are named. */
export interface CareWords {
  /** Said when it was said before, a short while ago. */
  readonly again: string;
  readonly say: Readonly<Record<CaredFor, string>>;
  readonly help: string;
  readonly emergency: (number: string) => string;
  readonly localEmergency: string;
  readonly directory: (address: string) => string;
}

/** Warm, short, without advice that somebody in need has not asked for. */
export const CARE_WORDS: Readonly<Record<SafetyLanguage, CareWords>> = {
  en: {
    again:
      'I’m still here, and I’m reading you. I’m a program, though, and you deserve a voice: please call or write to one of these people now, or to somebody you trust.',
    say: {
      'self-harm':
        'Thank you for telling me. I’m really sorry it hurts this much, and I’m glad you said it. I’m an AI, and right now you deserve a person: somebody is there for you, at any hour, without judging you. Are you safe at this moment?',
      abuse:
        'Thank you for trusting me with this. What is being done to you is not your fault, and you don’t have to carry it alone. There are people who listen, believe you and know what can be done.',
      violence:
        'That sounds dangerous. If you can, get to a safe place with other people, and call for help now. Tell them where you are.',
      medical:
        'This sounds like an emergency. Please call for medical help right now, before anything else, and stay with them on the line.',
    },
    help: 'People you can talk to:',
    emergency: (number) => `In immediate danger: ${number}`,
    localEmergency: 'your local emergency number',
    directory: (address) => `Free help lines in your country: ${address}`,
  },
  es: {
    again:
      'Sigo aquí y te leo. Pero soy un programa, y tú mereces una voz: por favor, llama o escribe ahora a una de estas personas, o a alguien de confianza.',
    say: {
      'self-harm':
        'Gracias por contármelo. Siento mucho que duela tanto, y me alegra que lo hayas dicho. Soy una IA, y ahora mereces hablar con una persona: hay alguien a cualquier hora, sin juzgarte. ¿Estás a salvo en este momento?',
      abuse:
        'Gracias por confiarme esto. Lo que te están haciendo no es culpa tuya, y no tienes que cargar con ello a solas. Hay personas que escuchan, que te creen y que saben qué se puede hacer.',
      violence: 'Eso suena peligroso. Si puedes, ve a un sitio seguro con más gente y pide ayuda ya. Di dónde estás.',
      medical: 'Esto suena a emergencia. Llama ahora mismo a urgencias, antes que nada, y no cuelgues.',
    },
    help: 'Personas con las que puedes hablar:',
    emergency: (number) => `En peligro inmediato: ${number}`,
    localEmergency: 'el número de emergencias de tu país',
    directory: (address) => `Líneas de ayuda gratuitas en tu país: ${address}`,
  },
  de: {
    again:
      'Ich bin noch da und lese, was du schreibst. Aber ich bin ein Programm, und du verdienst eine Stimme: Bitte ruf jetzt einen dieser Menschen an oder jemanden, dem du vertraust.',
    say: {
      'self-harm':
        'Danke, dass du mir das sagst. Es tut mir sehr leid, dass es so weh tut, und es ist gut, dass du es ausgesprochen hast. Ich bin eine KI, und du verdienst jetzt einen Menschen: Jemand ist zu jeder Stunde da, ohne zu urteilen. Bist du gerade in Sicherheit?',
      abuse:
        'Danke, dass du mir das anvertraust. Was dir angetan wird, ist nicht deine Schuld, und du musst es nicht allein tragen. Es gibt Menschen, die zuhören, dir glauben und wissen, was möglich ist.',
      violence:
        'Das klingt gefährlich. Geh, wenn du kannst, an einen sicheren Ort unter Menschen, und ruf jetzt Hilfe. Sag, wo du bist.',
      medical:
        'Das klingt nach einem Notfall. Ruf bitte sofort den Rettungsdienst, vor allem anderen, und bleib am Telefon.',
    },
    help: 'Menschen, mit denen du reden kannst:',
    emergency: (number) => `Bei unmittelbarer Gefahr: ${number}`,
    localEmergency: 'der Notruf deines Landes',
    directory: (address) => `Kostenlose Hilfe in deinem Land: ${address}`,
  },
  fr: {
    again:
      'Je suis toujours là et je te lis. Mais je suis un programme, et tu mérites une voix : appelle maintenant une de ces personnes, ou quelqu’un en qui tu as confiance.',
    say: {
      'self-harm':
        'Merci de me l’avoir dit. Ça doit faire terriblement mal, et c’est bien que tu en parles. Je suis une IA, et là tu mérites une personne : quelqu’un est là à toute heure, sans te juger. Es-tu en sécurité en ce moment ?',
      abuse:
        'Merci de me confier cela. Ce qu’on te fait n’est pas ta faute, et tu n’as pas à le porter dans la solitude. Il y a des gens qui écoutent, qui te croient et qui savent ce qu’on peut faire.',
      violence:
        'Cela semble dangereux. Si tu peux, va dans un endroit sûr, avec du monde, et appelle à l’aide maintenant. Dis où tu es.',
      medical: 'Cela ressemble à une urgence. Appelle les secours tout de suite, avant toute chose, et reste en ligne.',
    },
    help: 'Des personnes à qui parler :',
    emergency: (number) => `En danger immédiat : ${number}`,
    localEmergency: 'le numéro d’urgence de ton pays',
    directory: (address) => `Des lignes d’aide gratuites dans ton pays : ${address}`,
  },
  pt: {
    again:
      'Continuo aqui e leio o que escreves. Mas sou um programa, e tu mereces uma voz: liga agora a uma destas pessoas, ou a alguém de confiança.',
    say: {
      'self-harm':
        'Ainda bem que me contas. Lamento muito que doa tanto, e não estás só. Sou uma IA, e agora mereces uma pessoa: há alguém a qualquer hora, sem julgar. Estás em segurança neste momento?',
      abuse:
        'Fizeste bem em confiar-me isto. O que te fazem não é culpa tua, e não tens de carregar isso em solidão. Há pessoas que ouvem, que acreditam em ti e que sabem o que se pode fazer.',
      violence:
        'Isso parece perigoso. Se puderes, vai para um lugar seguro com outras pessoas e pede ajuda já. Diz onde estás.',
      medical: 'Isto parece uma emergência. Liga já para o serviço de emergência, antes de tudo, e fica em linha.',
    },
    help: 'Pessoas com quem podes falar:',
    emergency: (number) => `Em perigo imediato: ${number}`,
    localEmergency: 'o número de emergência do teu país',
    directory: (address) => `Linhas de apoio gratuitas no teu país: ${address}`,
  },
  it: {
    again:
      'Sono ancora qui e ti leggo. Ma sono un programma, e tu meriti una voce: chiama adesso una di queste persone, o qualcuno di cui ti fidi.',
    say: {
      'self-harm':
        'Grazie di avermelo detto. Mi dispiace davvero che faccia così male, ed è un bene che tu ne parli. Sono un’IA, e adesso meriti una persona: c’è qualcuno a qualsiasi ora, senza giudicarti. In questo momento sei al sicuro?',
      abuse:
        'Grazie della fiducia. Quello che ti fanno non è colpa tua, e non devi portarne il peso senza aiuto. Ci sono persone che ascoltano, che ti credono e che sanno che cosa si può fare.',
      violence:
        'Sembra pericoloso. Se puoi, vai in un posto sicuro con altre persone e chiedi aiuto adesso. Di’ dove sei.',
      medical: 'Sembra un’emergenza. Chiama subito i soccorsi, prima di ogni altra cosa, e resta in linea.',
    },
    help: 'Persone con cui puoi parlare:',
    emergency: (number) => `In pericolo immediato: ${number}`,
    localEmergency: 'il numero di emergenza del tuo paese',
    directory: (address) => `Linee di aiuto gratuite nel tuo paese: ${address}`,
  },
};
