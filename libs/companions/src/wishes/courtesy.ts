/** What people put before what they want, and it is still the same wish. None of them twice: nothing may match in two ways. */
const OPENINGS = [
  ...['hey', 'hi', 'hello', 'ok', 'okay', 'please', 'so', 'could you', 'can you', 'would you', "i'd like you to"],
  ...['hola', 'oye', 'por favor', 'porfa', 'bueno', 'vale', 'puedes', 'olá', 'oi', 'então', 'você pode'],
  ...['bonjour', 'salut', 'coucou', "s'il te plaît", "s'il vous plaît", 'stp', 'svp', 'bitte', 'hallo'],
  ...['ciao', 'per favore', 'senti', 'пожалуйста', 'привет', 'слушай', '请你?', '麻烦你?', '你好', '請'],
  ...['すみませんが?', 'お願いですから', 'من فضلك', 'رجاء', 'لو سمحت', 'مرحبا', 'कृपया', 'प्लीज', 'नमस्ते'],
];
/** What they put behind it. */
const CLOSINGS = [
  ...['please', 'pls', 'thanks', 'thank you', 'ok', 'okay', 'from now on', 'por favor', 'porfa', 'gracias', 'vale'],
  ...['obrigad[oa]', "s'il te plaît", "s'il vous plaît", 'stp', 'svp', 'merci', 'bitte', 'danke', 'per favore'],
  ...['grazie', 'пожалуйста', 'спасибо', 'ок', '谢谢', '谢了', '拜托', 'お願いします', 'ありがとう', 'من فضلك', 'شكرا'],
  ...['لو سمحت', 'رجاء', 'कृपया', 'प्लीज', 'धन्यवाद', 'शुक्रिया'],
];

/** One of them, with what follows it. */
export const OPENING = String.raw`(?:${OPENINGS.join('|')})[\s,!.،、。]*`;
export const CLOSING = String.raw`(?:[\s,،、。]*(?:${CLOSINGS.join('|')}))*[\s.!…。！।🙏]*`;
