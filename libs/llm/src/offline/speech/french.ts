import type { Speech } from './speech.js';

export const FRENCH: Speech = {
  signs: {
    'are-you-a-bot':
      /\b(?:es[- ]tu|etes[- ]vous|tu es|vous etes|t'es|je parle a|c'est) (?:vraiment )?(?:une? )?(?:vraie? )?(?:bot|robot|ia|humain|humaine|personne|machine|ordinateur)\b/,
    'what-is-my':
      /\b(?:quel(?:le)?s?|qui|ou|quand|comment|que|qu'est|sais[- ]tu|savez[- ]vous|tu te souviens|vous souvenez)\b[^.?!]*\b(?:mon|ma|mes|je m'appelle|m'appelle|j'habite|je vis|je travaille|j'aime)\b[^.!]*\?/,
    'who-are-you':
      /\bqui (?:es[- ]tu|etes[- ]vous)\b|\b(?:tu es|vous etes|t'es) qui\b|\bcomment (?:tu t'appelles|t'appelles[- ]tu|vous appelez[- ]vous)\b|\bquel est (?:ton|votre) nom\b/,
    'time-or-date':
      /\bquelle heure (?:est[- ]il|il est)\b|\bil est quelle heure\b|\bquel jour (?:est[- ]on|sommes[- ]nous|on est)\b|\bon est quel jour\b|\bquelle date\b/,
    help: /\b(?:que|qu'est[- ]ce que) (?:peux[- ]tu|pouvez[- ]vous|tu peux|vous pouvez|tu sais|vous savez) faire\b|\b(?:tu peux|vous pouvez) faire quoi\b|^\W*(?:aide|a l'aide)\W*$/,
    goodbye:
      /^\W*(?:(?:ok|bon|bien|allez),? )?(?:au revoir|a (?:bientot|demain|plus(?: tard)?|tout a l'heure)|bonne (?:nuit|soiree|journee)|adieu|ciao)\b/,
    thanks: /\bmerci\b(?: (?:beaucoup|bien|infiniment|a (?:toi|vous)))?/,
    'how-are-you':
      /\bca va(?: bien)?\b(?= *\?|\W*$)|\bcomment (?:ca va|vas[- ]tu|allez[- ]vous|tu vas|vous allez)\b|\b(?:tu vas|vous allez) bien\b/,
    greeting: /^\W*(?:bonjour|bonsoir|salut|coucou|hello)\b/,
    request:
      /\b(?:s'il (?:te|vous) plait|svp|stp|(?:peux|pourrais|pourriez|pouvez|peut|pourrait|puis)[- ](?:tu|vous|je|on|il|elle)|(?:tu peux|vous pouvez|je peux|on peut|il peut|elle peut)|dis[- ]lui|dites[- ]lui|rappelle[sz]?[- ]moi|appelez[- ]moi|appelle[- ]moi|je (?:voudrais|veux|souhaite)|j'aimerais|j'ai besoin)\b/,
    'bad-news':
      /\b(?:est mort|est morte|decede\p{L}*|enterrement|malade|triste|accident|hopital|divorc\p{L}*|terrible|affreux|malheureusement|epuise\p{L}*|inquiet|inquiete|ca ne va pas|ca va pas)\b/u,
    'good-news':
      /\b(?:j'ai (?:reussi|gagne|eu mon)|bonnes? nouvelles?|je me marie|(?:trop|si|tres) (?:content|contente|heureux|heureuse)|c'est mon anniversaire|super nouvelle|genial)\b/,
  },
  asks: /^\W*(?:que|qu'est|qui|ou|quand|comment|pourquoi|quel(?:le)?s?|combien|est[- ]ce|avez|y a-t-il)\b/,
  character: 'ton assistant',
  phrases: {
    'no-text': ['C’est bien arrivé, mais ici je ne lis que des mots. De quoi s’agit-il ?'],
    'are-you-a-bot': ['Je suis {character}, un assistant automatique, pas une personne. Que puis-je faire pour toi ?'],
    'who-are-you': [
      'Je suis {character}, un assistant automatique. Je prends les messages et je les garde. Que puis-je faire pour toi ?',
    ],
    'time-or-date': ['Je n’ai ici ni montre ni calendrier, et je préfère ne pas deviner.'],
    help: [
      'Je prends les messages, je retiens ce que tu me dis et je le garde pour qu’on le retrouve. Ce que je ne sais pas, je le laisse à la personne pour qui je travaille.',
    ],
    goodbye: ['Au revoir{,name} ! Écris quand tu veux.', 'Prends soin de toi{,name}. À bientôt !'],
    thanks: ['Je t’en prie{,name} !', 'Avec plaisir{,name} !'],
    'how-are-you': ['Très bien, merci{,name} ! Et toi ?', 'Tout va bien ici, merci{,name}. Comment vas-tu ?'],
    greeting: ['Bonjour{,name} ! Que puis-je faire pour toi ?', 'Bonjour{,name} ! Comment puis-je t’aider ?'],
    hello: ['Bonjour{,name} !'],
    request: [
      'Je ne peux pas le faire moi-même, mais je l’ai noté pour la personne pour qui je travaille.',
      'C’est à la personne pour qui je travaille de voir : ton message l’attend ici.',
    ],
    'bad-news': ['Je suis désolé de l’apprendre{,name}. Je suis là si tu veux m’en dire plus.'],
    'good-news': ['Quelle bonne nouvelle{,name} ! Je m’en souviendrai.', 'J’en suis ravi{,name} ! Je le retiens.'],
    question: [
      'Je ne peux pas y répondre moi-même. J’ai noté ta question pour la personne pour qui je travaille.',
      'Je ne sais pas, et je préfère ne pas deviner. Ta question attend ici la personne pour qui je travaille.',
    ],
    statement: ['Je vois{,name}.', 'Merci de me le dire{,name}.', 'J’ai bien lu{,name}.'],
    'fact-known': ['Tu me l’as dit : {value}.'],
    'fact-unknown': ['Tu ne me l’as pas encore dit. Dis-le-moi et je m’en souviendrai.'],
    'name-told': [
      'Enchanté, {name} ! Que puis-je faire pour toi ?',
      'Ravi de te connaître, {name} ! Comment puis-je t’aider ?',
    ],
    'fact-told': ['C’est bon à savoir{,name}. Je m’en souviendrai.', 'Merci, je m’en souviendrai.'],
  },
};
