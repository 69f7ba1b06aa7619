import type { ShippedLines } from './occasion.js';

export const PORTUGUESE: ShippedLines = {
  join_conversation: [
    'Estou aqui lendo vocês com um sorriso.',
    'Que movimento bom neste grupo hoje!',
    'Eu poderia ler vocês o dia inteiro.',
    'Isto é mais divertido do que tudo o que eu poderia fazer agora.',
  ],
  engage_user: [
    'E como vocês estão hoje?',
    'Qual foi a melhor coisa do dia para vocês?',
    'Que bom ver todos vocês por aqui.',
  ],
  welcome: [
    'Oi, {name}! Que bom que você está aqui.',
    'Olá {name}, muito bom ter você no grupo!',
    'Oi {name}, fique à vontade, a casa é sua.',
    'Oi! Que bom que você está aqui.',
    'Olá, muito bom ter você no grupo!',
    'Oi, fique à vontade, a casa é sua.',
  ],
  fomo_response: [
    'Eu me distraio um momento e olha tudo o que já tem para ler!',
    'Esperem por mim, ainda estou lendo tudo o que vocês escreveram!',
    'Quanta coisa para ler aqui, eu adoro.',
  ],
  share_content: [
    'Olhem o que eu acabei de encontrar: {title}',
    'Isto pode ser uma coisa boa para vocês: {title}',
    'Eu pensei neste grupo quando vi isto: {title}',
    'Olhem o que eu acabei de encontrar:',
    'Isto pode ser uma coisa boa para vocês:',
    'Eu pensei neste grupo quando vi isto:',
  ],
  break_silence: [
    'O que vocês vão fazer hoje?',
    'Se vocês pudessem estar em qualquer lugar agora, onde seria?',
    'Que música não sai da cabeça de vocês?',
    'Contem uma coisa boa que aconteceu com vocês esta semana!',
    'O que vocês vão jantar hoje?',
  ],
};
