import type { Speech } from './speech.js';

export const GERMAN: Speech = {
  signs: {
    'are-you-a-bot':
      /\b(?:bist du|sind sie|rede ich mit|schreibe ich mit|ist das) (?:hier )?(?:wirklich |eigentlich |etwa )?(?:ein(?:e[mr]?)? )?(?:echte[rn]? )?(?:bot|roboter|ki|mensch(?:en)?|maschine|computer|person|echt)\b/,
    'what-is-my':
      /\b(?:was|wie|wer|wo|wann|welche[rs]?|weisst du|erinnerst du)\b[^.?!]*\b(?:mein(?:e[nmrs]?)?|heisse ich|ich heisse|wohne ich|ich wohne|arbeite ich|ich arbeite|mag ich|ich mag)\b/,
    'who-are-you': /\bwer (?:bist du|sind sie|ist da)\b|\bwie (?:heisst du|heissen sie|ist dein name)\b/,
    'time-or-date':
      /\bwie spat ist es\b|\bwie viel uhr\b|\bwelche[rn]? (?:tag|datum) (?:ist|haben wir)\b|\bwelches datum\b/,
    help: /\bwas (?:kannst du|konnen sie)(?: alles| so| fur mich)*(?: machen| tun)?\W*$|^\W*hilfe\W*$/,
    goodbye:
      /^\W*(?:(?:ok|okay|gut|na dann),? )?(?:tschuss|tschau|ciao|auf wiedersehen|bis (?:spater|bald|morgen|dann)|gute nacht|mach'?s gut|servus dann)\b/,
    thanks: /\b(?:danke|dankeschon|vielen dank|merci)\b(?: (?:schon|dir|ihnen|sehr))*/,
    'how-are-you': /\bwie geht(?:'?s| es)(?: (?:dir|ihnen|so))*\b|\balles (?:gut|klar)\b(?: bei dir)?/,
    greeting: /^\W*(?:hallo|hi|hey|moin|servus|gruss gott|guten (?:morgen|tag|abend)|guten)(?: zusammen)?\b/,
    request:
      /\b(?:bitte|(?:kannst|konnten|konntest|konnen|kann|konnte|wurdest|wurden) (?:du|sie|er|ihr|ich|man|wir|jemand|mir)|sag(?:en sie)? (?:ihm|ihr)|ruf(?:en sie)? mich|melde dich|ich (?:brauche|mochte|hatte gern|wurde gern))\b/,
    'bad-news':
      /\b(?:gestorben|verstorben|tot|beerdigung|krank|traurig|unfall|krankenhaus|scheidung|schrecklich|furchtbar|leider|erschopft|nicht gut|sorgen|schlecht)\b/,
    'good-news':
      /\b(?:bestanden|gewonnen|befordert|geheiratet|verlobt|gute nachricht\p{L}*|so glucklich|freue mich|(?:ich habe|mein) geburtstag|wunderbar|juhu)\b/u,
  },
  asks: /^\W*(?:was|wer|wo|wann|warum|wieso|wie|welche[rs]?|habt|haben sie|gibt es|ist|sind|kann|konnt)\b/,
  character: 'deine Assistenz',
  phrases: {
    'no-text': ['Das ist angekommen, aber ich kann hier nur Worte lesen. Worum geht es?'],
    'are-you-a-bot': ['Ich bin {character}, eine automatische Assistenz, kein Mensch. Was kann ich für dich tun?'],
    'who-are-you': [
      'Ich bin {character}, eine automatische Assistenz. Ich nehme Nachrichten an und bewahre sie auf. Was kann ich für dich tun?',
    ],
    'time-or-date': ['Ich habe hier weder Uhr noch Kalender, und raten möchte ich nicht.'],
    help: [
      'Ich nehme Nachrichten an, merke mir, was du mir erzählst, und bewahre es auf, damit man es wiederfindet. Was ich nicht weiß, lege ich der Person vor, für die ich arbeite.',
    ],
    goodbye: ['Tschüss{,name}! Schreib, wann immer du magst.', 'Mach’s gut{,name}. Bis bald!'],
    thanks: ['Gern geschehen{,name}!', 'Sehr gern{,name}!'],
    'how-are-you': ['Sehr gut, danke{,name}! Und dir?', 'Alles gut hier, danke{,name}. Wie geht es dir?'],
    greeting: ['Hallo{,name}! Was kann ich für dich tun?', 'Hallo{,name}! Womit kann ich helfen?'],
    hello: ['Hallo{,name}!'],
    request: [
      'Das kann ich nicht selbst, aber ich habe es für die Person notiert, für die ich arbeite.',
      'Das liegt bei der Person, für die ich arbeite: deine Nachricht steht hier für sie bereit.',
    ],
    'bad-news': ['Das tut mir leid{,name}. Ich bin da, wenn du mehr erzählen möchtest.'],
    'good-news': ['Wie schön{,name}! Das merke ich mir.', 'Das freut mich{,name}! Das behalte ich.'],
    question: [
      'Das kann ich selbst nicht beantworten. Ich habe deine Frage für die Person notiert, für die ich arbeite.',
      'Das weiß ich nicht, und raten möchte ich nicht. Deine Frage liegt hier für die Person, für die ich arbeite.',
    ],
    statement: ['Verstehe{,name}.', 'Danke, dass du es mir sagst{,name}.', 'Ich habe es gelesen{,name}.'],
    'fact-known': ['Du hast mir gesagt: {value}.'],
    'fact-unknown': ['Das hast du mir noch nicht gesagt. Sag es mir, und ich merke es mir.'],
    'name-told': [
      'Freut mich, {name}! Was kann ich für dich tun?',
      'Schön, dich kennenzulernen, {name}! Womit kann ich helfen?',
    ],
    'fact-told': ['Gut zu wissen{,name}. Das merke ich mir.', 'Danke, das merke ich mir.'],
  },
};
