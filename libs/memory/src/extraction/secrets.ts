const CARD = /(?<!\d)(?:\d[ -]?){13,19}(?!\d)/g;
const WORDS =
  /\b(?:pass ?words?|passcode|passphrase|pin(?: code| number)?|cvv|cvc|otp|one[- ]time code|verification code|security code|api[ _-]?key|secret key|seed phrase|contraseñas?|clave|código (?:de verificación|de seguridad|sms)|codigo de (?:verificacion|seguridad))\b/iu;
const CODE = /\b(?:code|código|codigo)\b[^.\n]{0,20}\b\d{4,8}\b/iu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/;

/** Whether a text holds what nobody should keep: card and account numbers, passwords, one-time codes. */
export function holdsSecret(text: string): boolean {
  if (WORDS.test(text) || CODE.test(text) || IBAN.test(text)) return true;
  return (text.match(CARD) ?? []).some((number) => isCardNumber(number.replace(/\D/g, '')));
}

/** The check digit of ISO/IEC 7812 (Luhn). */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits.length >= 13 && sum % 10 === 0;
}
