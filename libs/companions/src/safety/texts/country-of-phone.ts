const PREFIXES: Readonly<Record<string, string>> = {
  '27': 'ZA',
  '31': 'NL',
  '32': 'BE',
  '33': 'FR',
  '34': 'ES',
  '39': 'IT',
  '41': 'CH',
  '43': 'AT',
  '44': 'GB',
  '45': 'DK',
  '46': 'SE',
  '47': 'NO',
  '48': 'PL',
  '49': 'DE',
  '51': 'PE',
  '52': 'MX',
  '54': 'AR',
  '55': 'BR',
  '56': 'CL',
  '57': 'CO',
  '61': 'AU',
  '64': 'NZ',
  '91': 'IN',
  '351': 'PT',
  '353': 'IE',
  '358': 'FI',
  '598': 'UY',
};
/** Area codes of the prefix 1: Canada's, and those of the countries that are neither. */
const CANADA = new Set(
  '204 226 236 249 250 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 468 474 506 514 519 548 579 581 584 587 600 604 613 622 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905'.split(
    ' ',
  ),
);
const ELSEWHERE = new Set(
  '242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876'.split(' '),
);

/** The country (ISO 3166) of a phone number with its prefix, such as `+34600000001` or `34600000001@c.us`; null when it is none of those we know. */
export function countryOfPhone(phone: string | null | undefined): string | null {
  const [user = '', server] = (phone ?? '').split('@');
  // A LID has digits too, and they are nobody's number.
  if (server !== undefined && server !== 'c.us' && server !== 's.whatsapp.net') return null;
  const digits = user.replace(/\D/g, '').replace(/^00/, '');
  if (digits.length < 8) return null;
  if (digits.startsWith('1')) return northAmerican(digits.slice(1, 4));
  return PREFIXES[digits.slice(0, 3)] ?? PREFIXES[digits.slice(0, 2)] ?? null;
}

function northAmerican(area: string): string | null {
  if (ELSEWHERE.has(area)) return null;
  return CANADA.has(area) ? 'CA' : 'US';
}
