import type { ShippedTexts } from './shipped-texts.js';

export const PORTUGUESE: ShippedTexts = {
  check_in: {
    generic: [
      'Oi! Como você está? Estava pensando em você.',
      'Oi, {name}, como você tem passado?',
      'Só queria dizer um oi. Como estão as coisas?',
      'Lembrei de você hoje. Como vai tudo?',
      'Oi! O que você tem feito nesses dias?',
    ],
    morning: ['Bom dia! Como você está começando o dia?', 'Bom dia! Como vai ser o seu dia?'],
    evening: ['Boa noite! Como foi o seu dia?', 'Oi, como o dia tratou você hoje?'],
    'low-mood': ['Oi, como você está se sentindo? Tenho pensado em você.', 'Como vai? Espero que um pouco melhor.'],
    'long-silence': [
      'Quanto tempo! Como você tem passado?',
      'Faz tempo que a gente não conversa. Espero que esteja tudo bem!',
    ],
  },
  emotional_support: {
    generic: [
      'Espero que você esteja bem. Estou aqui se quiser conversar.',
      'Não precisa responder, só queria que você soubesse que me importo.',
      'Como você está de verdade? Tenho tempo para ouvir.',
      'Cuide bem de você hoje. Estou aqui quando quiser.',
      'Se algo estiver pesando, você pode me contar.',
    ],
    morning: ['Bom dia. Espero que o dia seja leve com você.'],
    evening: ['Boa noite. Se o dia foi pesado, estou aqui para ouvir.'],
    'low-mood': [
      'Espero que hoje esteja um pouco mais leve. Estou aqui se quiser conversar.',
      'Você não precisa passar por isso a sós. Quer conversar?',
    ],
  },
  memory_reminder: {
    generic: [
      'Estava pensando em {memory}. Como vai?',
      'O que há de novo com {topic}? Adoraria saber.',
      'Lembrei de {topic}. E de você! Como você está?',
      'Estava lembrando das nossas conversas. O que há de novo?',
      'Gosto de lembrar do que você me conta. Alguma novidade?',
      'Ainda penso nas nossas últimas conversas. Como você está?',
    ],
    event: [
      'Tenho pensado nisto: {event}. Como foi?',
      'E então, {event}: como foi? Fiquei com curiosidade!',
      'Lembro que este era um dia importante. Como foi?',
    ],
    birthday: [
      'Feliz aniversário, {name}! Espero que tenha um dia lindo.',
      'Feliz aniversário! Que o novo ano traga coisas boas.',
      'Parabéns pelo seu aniversário! Aproveite muito o dia.',
    ],
  },
  topic_suggestion: {
    generic: [
      'Você viu algum filme bom ultimamente? Me conta!',
      'Que música você não para de ouvir ultimamente?',
      'Se pudesse estar em qualquer lugar agora, onde seria?',
      'Qual foi a melhor coisa que você comeu esta semana?',
      'Leu ou viu alguma coisa boa? Quero saber.',
      'O que fez você rir por último? Me conta.',
      'Como vão as coisas com {topic}? Me conta um pouco!',
    ],
    morning: ['Bom dia! O que você espera de bom hoje?'],
    evening: ['Boa noite! Qual foi a melhor parte do seu dia?'],
  },
};
