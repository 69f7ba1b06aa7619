/** What is asked only to be kind: ", ok?". */
const TAGS = [
  ...[
    'ok',
    'okay',
    'k',
    'all ?right',
    'please',
    'pls',
    'got it',
    'yes',
    'yeah',
    'vale',
    'de acuerdo',
    'sí',
    'por favor',
    'porfa',
  ],
  ...[
    'entendido',
    'tá',
    'tá bom',
    'tudo bem',
    'certo',
    "d'accord",
    "s'il te plaît",
    'stp',
    'ja',
    'gut',
    'in ordnung',
    'bitte',
  ],
  ...['va bene', 'per favore', 'хорошо', 'ладно', 'пожалуйста', 'ок', 'حسنا', 'تمام', 'من فضلك', 'ठीक है', 'प्लीज'],
];
const TAG_QUESTION = new RegExp(
  String.raw`(?:[\s,.،、，]+¿?\s?(?:${TAGS.join('|')})|[\s,，]?(?:好吗|好嗎|可以吗|行吗|いい(?:です)?か?))\s?[?？؟]+\s*$`,
  'iu',
);

/** A message without the question at its end that is none. */
export function withoutTagQuestion(text: string): string {
  return text.replace(TAG_QUESTION, '');
}
