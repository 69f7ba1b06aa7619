import type { Speech } from './speech.js';

export const PORTUGUESE: Speech = {
  signs: {
    'are-you-a-bot':
      /\b(?:voce e|vc e|tu es|es|estou (?:falando|a falar) com|falo com) (?:mesmo )?(?:uma? )?(?:bot|robo|robot|ia|humano|humana|pessoa|maquina|computador)\b/,
    'what-is-my':
      /\b(?:como|qual|quem|onde|que|quando|sabes?|lembras?|(?:voce )?(?:sabe|lembra))\b[^.?!]*\b(?:meu|minha|meus|minhas|me chamo|eu moro|eu vivo|moro|trabalho|gosto)\b[^.]*\?/,
    'who-are-you':
      /\bquem (?:e (?:voce|vc)|es tu|es)\b|\bcomo (?:voce se chama|te chamas|se chama)\b|\bqual e o (?:seu|teu) nome\b/,
    'time-or-date': /\bque horas sao\b|\bque (?:dia|data) e\b|\bque dia (?:e|estamos)\b/,
    help: /\bo que (?:voce|vc|tu)? ?(?:pode|podes|sabe|sabes|consegue) fazer\b|^\W*(?:ajuda|socorro)\W*$/,
    goodbye:
      /^\W*(?:(?:ok|bom|bem),? )?(?:tchau|adeus|ate (?:logo|amanha|breve|mais|ja)|boa noite,? (?:ate|tchau|vou)|fica bem)\b/,
    thanks: /\b(?:muito )?(?:obrigad[oa]|valeu)\b(?: por tudo| mesmo)?/,
    'how-are-you': /\btudo bem\b(?: (?:contigo|com voce))?|\bcomo (?:vai|estas?|voce esta|vc esta)\b(?: voce| vc)?/,
    greeting: /^\W*(?:ola|oi|bom dia|boa (?:tarde|noite))\b/,
    request:
      /\b(?:por favor|(?:voce |vc )?(?:pode|podes|poderia|podia|podemos|posso|consegue)|diga|diz|avisa|avise|liga(?:-me| para mim)|ligue|preciso|queria|quero|gostaria)\b/,
    'bad-news':
      /\b(?:morreu|faleceu|enterro|doente|triste|acidente|hospital|divorci\p{L}*|terrivel|pessimo|infelizmente|exaust[oa]|preocupad[oa]|nao estou bem)\b/u,
    'good-news':
      /\b(?:passei|ganhei|vou casar|boas? noticias?|(?:muito|tao) feliz|(?:muito|tao) contente|meu aniversario|otimo|que bom)\b/,
  },
  asks: /^\W*(?:o que|que|quem|onde|quando|como|qual|quanto|por que|ha)\b/,
  character: 'seu assistente',
  phrases: {
    'no-text': ['Recebi, mas aqui só consigo ler palavras. Do que se trata?'],
    'are-you-a-bot': ['Sou {character}, um assistente automático, não uma pessoa. Em que posso ajudar?'],
    'who-are-you': ['Sou {character}, um assistente automático. Anoto recados e guardo tudo. Em que posso ajudar?'],
    'time-or-date': ['Aqui não tenho relógio nem calendário, e prefiro não inventar.'],
    help: [
      'Anoto recados, lembro o que você me conta e guardo tudo para ser encontrado depois. O que não sei responder, deixo para a pessoa para quem trabalho.',
    ],
    goodbye: ['Até logo{,name}! Escreva quando quiser.', 'Cuide-se{,name}. Até breve!'],
    thanks: ['De nada{,name}!', 'Com prazer{,name}!'],
    'how-are-you': ['Muito bem, obrigado{,name}! E você?', 'Tudo bem por aqui, obrigado{,name}. Como vai você?'],
    greeting: ['Olá{,name}! Em que posso ajudar?', 'Olá{,name}! O que posso fazer por você?'],
    hello: ['Olá{,name}!'],
    request: [
      'Isso eu não posso fazer, mas anotei para a pessoa para quem trabalho.',
      'Isso cabe à pessoa para quem trabalho: a sua mensagem está aqui para ela.',
    ],
    'bad-news': ['Sinto muito{,name}. Estou aqui se quiser me contar mais.'],
    'good-news': ['Que bom{,name}! Vou me lembrar disso.', 'Fico feliz{,name}! Vou guardar isso.'],
    question: [
      'Isso eu não sei responder. Anotei a sua pergunta para a pessoa para quem trabalho.',
      'Não sei, e prefiro não inventar. A sua pergunta fica aqui para a pessoa para quem trabalho.',
    ],
    statement: ['Entendo{,name}.', 'Obrigado por me contar{,name}.', 'Já li{,name}.'],
    'fact-known': ['Você me disse: {value}.'],
    'fact-unknown': ['Você ainda não me disse. Conte-me, e eu vou lembrar.'],
    'name-told': [
      'Muito prazer, {name}! Em que posso ajudar?',
      'Prazer em conhecer, {name}! O que posso fazer por você?',
    ],
    'fact-told': ['Bom saber{,name}. Vou me lembrar disso.', 'Obrigado, vou me lembrar disso.'],
  },
};
