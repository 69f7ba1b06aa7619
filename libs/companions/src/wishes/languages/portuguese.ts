import type { WishPatterns } from '../wish-patterns.js';

const WRITE = '(?:escrevas?|mandes? mensage(?:m|ns)|envies? mensage(?:m|ns)|contactes?|chame)';
const NOT = `(?:não|nunca) (?:me )?${WRITE}(?: para mim| pra mim|-me)?`;
const DO =
  '(?:me escreva|me escreve|escreva-me|escreve-me|escreva para mim|escreva pra mim|me mande mensagens?|me manda mensagens?)';

export const PORTUGUESE: WishPatterns = {
  language: 'pt',
  less: [
    `${DO} (?:menos|com menos frequência|menos vezes)`,
    `${NOT} (?:tanto|tantas vezes|tão frequentemente|com tanta frequência)`,
    '(?:não )?(?:me )?mand[ea] (?:tantas|menos) mensagens',
    'menos mensagens',
  ],
  more: [
    `${DO} mais(?: vezes| frequentemente)?`,
    'mais mensagens',
    '(?:você )?pode(?:s)? (?:me escrever|escrever-me) mais(?: vezes)?',
  ],
  off: [
    `${NOT} primeiro(?: mais| nunca mais)?`,
    `${NOT} (?:mais|nunca mais|se eu não (?:te )?escrever(?: primeiro)?)`,
    '(?:pare|para|deixe|deixa) de (?:me escrever|escrever-me|escrever para mim|me mandar mensagens?|me enviar mensagens?)(?: primeiro)?',
    'só (?:me )?(?:escreva|responda|responde) quando eu (?:te )?escrever(?: primeiro)?',
    '(?:me deixa|me deixe|deixa-me|deixe-me|me deixem) em paz',
    '(?:não me (?:incomode|incomodes|perturbe)|pare de me incomodar)(?: mais)?',
    'chega de mensagens',
  ],
  on: [
    '(?:você )?(?:já )?pode(?:s)? (?:voltar a me escrever|voltar a escrever-me|me escrever|escrever-me)(?: de novo| novamente| outra vez| primeiro)(?: primeiro| de novo)?',
    '(?:você )?(?:já )?pode(?:s)? voltar a (?:me escrever|escrever-me|escrever)',
    'volte a (?:me escrever|escrever-me)(?: primeiro)?',
  ],
  notBefore: [
    'não antes d(?:e|as|a|o) {time}',
    `${NOT} antes d(?:e|as|a|o) {time}`,
    '(?:nada de|sem|nenhuma) mensage(?:m|ns) antes d(?:e|as|a|o) {time}',
    `só ${DO} depois d(?:e|as|a|o) {time}`,
  ],
  notAfter: [
    'não (?:depois|mais tarde|a partir) d(?:e|as|a|o) {time}',
    `${NOT} (?:depois|mais tarde|a partir) d(?:e|as|a|o) {time}`,
    '(?:nada de|sem|nenhuma) mensage(?:m|ns) depois d(?:e|as|a|o) {time}',
    `só ${DO} antes d(?:e|as|a|o) {time}`,
  ],
  zone: [
    '(?:o )?meu fuso(?: horário)? é (?:o )?(?:de )?{place}',
    '(?:mude|muda|põe|coloque) (?:o )?meu fuso(?: horário)? para (?:o de )?{place}',
    '(?:estou|tô) n(?:o|a) (?:fuso(?: horário)?|hora) de {place}',
  ],
  avoid: [
    '(?:não|nunca) (?:me )?(?:mencion[ea]s?|fal[ae]s?(?: mais)?(?: comigo)? (?:de|do|da|dos|das|sobre)|pergunt[ae]s?(?: mais)? (?:pelo|pela|por|sobre|do|da|de)|toques? no assunto (?:de|do|da)) {topic}(?: nunca mais| mais)?',
    '(?:pare|para|deixe|deixa) de (?:mencionar|falar (?:de|do|da|sobre)|perguntar (?:pelo|pela|por|sobre)) {topic}',
  ],
  noTopic: 'isso|isto|aquilo|ele|ela|mim|ti|você|nada|ninguém|tudo|assim|o que .*',
  clock: {
    numbers: ['zero', 'uma', 'duas|dois', ...'três quatro cinco seis sete oito nove dez onze doze'.split(' ')],
    filler: 'as|horas?|h|em ponto|da',
    morning: 'da (?:manhã|madrugada)',
    afternoon: 'da tarde',
    night: 'da noite',
    noon: '(?:o )?meio[- ]dia',
    midnight: '(?:a )?meia[- ]noite',
    halfPast: 'e meia',
  },
  during: {
    not: [`${NOT} {when}`, '(?:nada de|sem|nenhuma) mensage(?:m|ns) {when}'],
    only: [`(?:só|somente) ${DO} {when}`, `${DO} (?:só|somente|apenas) {when}`],
    notBare: ['(?:não|nunca) {when}'],
    onlyBare: ['(?:só|somente|apenas) {when}'],
    parts: {
      morning: '(?:de|pela) manhã|tão cedo',
      afternoon: '(?:à|de|pela) tarde',
      night: '(?:à|de|pela) noite|tão tarde',
    },
    between: '(?:entre|das?|de) {time} (?:e|às?|até) {until}',
    unkept: [
      '(?:n[oa]s? |aos? |às |durante (?:[oa] )?)?(?:(?:fins?|finais|final) de semana|semana|dias úteis|feriados|férias)',
      '(?:n[oa]s? |aos? |às )?(?:(?:segunda|terça|quarta|quinta|sexta)s?(?:-feiras?)?|sábados?|domingos?)',
      String.raw`(?:quando|enquanto) (?:eu )?(?:estou|estiver|trabalh[oa]|durmo)[\p{L} ]{0,30}`,
      'no trabalho|hoje|amanhã|esta semana|(?:uma|duas) vez(?:es)? por (?:dia|semana|mês)',
    ].join('|'),
  },
};
