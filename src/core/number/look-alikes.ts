/**
 * Replaces everything that has the digits of a telephone number and is none by bars of the same length, so that every
 * other character keeps its place.
 *
 * @param text as `plain()` gives it
 */
export function withoutLookAlikes(text: string): string {
  const barred = lookAlikes.reduce((rest, shape) => rest.replace(shape, bars), text);
  return checked.reduce(
    (rest, [shape, isOne]) => rest.replace(shape, (found) => (isOne(found) ? bars(found) : found)),
    barred,
  );
}

const months =
  'jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott';
const currency =
  '[$€£¥₹₽₩₺₴฿]|\\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|INR|kr|zł|Fr)\\b\\.?';
const amount =
  "\\d{1,3}(?:[., '’\\u202f]\\d{3})*(?:[.,]\\d{1,2})?(?!-?\\d)|\\d+(?:[.,]\\d{1,2})?(?!-?\\d)";

const lookAlikes: readonly RegExp[] = [
  // Addresses of the web and of mail. A bar ends them.
  /\b[a-z][a-z\d+.-]{1,15}:\/\/[^\s|]+|\bwww\.[^\s|]+|[^\s@|;,()<>"]{1,64}@[^\s@|]+\.[a-z]{2,}/gi,
  // Ids: UUIDs, hexadecimal numbers, numbers that begin with letters (INV-2024001234).
  /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi,
  /\b(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{8,}\b/gi,
  /\b(?!(?:TEL|PH|FON|MOB|CELL|[TPMFHO])\b|(?:TEL|PH|FON|MOB|CELL|[TPMFHO])\d|X\d|EXT)[A-Z]{1,8}[-–_/]?\d[\w/-]{3,}/g,
  /(?<!\d ?|[Ee]xt(?:n|ension)?\.? ?)#\s?\d[\d-]*/g,
  // DOI and arXiv: https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html
  /\b10\.\d{4,9}\/\S+|\barxiv:\s?\d{4}\.\d{4,5}/gi,
  // ISBN of 13 digits: https://www.isbn-international.org/content/isbn-users-manual
  /(?<![\d+-])97[89](?:[- ]?\d){9}[- ]?[\dX](?!\d)/gi,
  // IBAN, written in groups or not.
  /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b/gi,
  // IP addresses and versions; coordinates.
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\d.])/g,
  /(?<![\d.])[-+]?\d{1,3}\.\d{4,}(?![\d.-])°?/g,
  // Dates and times.
  /(?<!\d)(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?/g,
  /(?<![\d./-])\d{1,2}([-/.])\s?\d{1,2}\1\s?(?:(?:19|20)\d{2}|\d{2})(?![\d./-]\d|\d)(?:,?\s+\d{1,2}:\d{2}(?::\d{2})?)?/g,
  new RegExp(`\\b\\d{1,2}\\.?\\s(?:${months})[a-zéûñ]*\\.?,?\\s(?:19|20)\\d{2}\\b`, 'gi'),
  new RegExp(`\\b(?:${months})[a-zéûñ]*\\.?\\s\\d{1,2},?\\s(?:19|20)\\d{2}\\b`, 'gi'),
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  /(?<!\d)(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}(?!\d)/g,
  /(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  // Days from and to: 07/05 - 07/12, 24.12.-06.01.
  /(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])([/.])(?:0?[1-9]|[12]\d|3[01])\.?\s?[-–]\s?(?:0?[1-9]|[12]\d|3[01])\1(?:0?[1-9]|[12]\d|3[01])(?![\d/-]|\.\d)/g,
  // Pages of a journal, and its year: 223–230 (2017).
  /(?<!\d)\d{1,5}\s?[-–—]\s?\d{1,5}\s?\((?:18|19|20)\d{2}[a-z]?\)/g,
  // Ranges of measures: 12.1 - 23.71.
  /(?<![\d.])\d{1,3}\.\d{1,3}(?:\s[-–]\s\d{1,3}\.\d{1,3})+(?![\d.])/g,
  // Money and other amounts.
  new RegExp(`(?:${currency})\\s?(?:${amount})`, 'gi'),
  new RegExp(`(?<![\\d+.)-]|\\d )(?:${amount})\\s?(?:${currency}|%)`, 'gi'),
  /(?<![\d.])\d{1,2}(?:[.,]\d{3}){2,}(?:[.,]\d{1,2})?(?![\d.])/g,
  /(?<!\d)\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)/g,
  // Sizes: 1920 x 1080.
  /(?<!\d[-. )]?)\d{2,5}\s?[x×]\s?\d{2,5}(?:\s?[x×]\s?\d{1,5})?(?!\d)/g,
];

/** What looks like a telephone number until its digits are checked. */
const checked: readonly (readonly [RegExp, (text: string) => boolean])[] = [
  [
    /(?<![+\d])(?!00[1-9])\d{4}(?:([ -])\d{4}\1\d{4}\1\d{1,7}|([ -])\d{6}\2\d{4,5}|\d{9,15})(?!\d)/g,
    isCardNumber,
  ],
  [/(?<![\d+-])\d{1,5}([- ])\d{1,7}\1\d{1,6}\1[\dX](?![\d-])/gi, isBookNumber],
  // Dumps of bytes: one of them has a letter, or they are longer than any number.
  [/\b(?:[\da-f]{2}[ :]){3,}[\da-f]{2}\b/gi, (text) => /[a-f:]/i.test(text) || text.length > 24],
  [/\b(?:[\da-f]{4}[ :]){2,}[\da-f]{2,4}\b/gi, (text) => /[a-f]/i.test(text) || text.length > 24],
];

function bars(text: string): string {
  return '|'.repeat(text.length);
}

/** Whether 13 to 19 digits have the check digit of a card number: ISO/IEC 7812 (Luhn). */
function isCardNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const weighed = index % 2 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
}

/** Whether ten digits have the check digit of an ISBN-10. */
function isBookNumber(text: string): boolean {
  const digits = [...text.toUpperCase().replace(/[^\dX]/g, '')];
  if (digits.length !== 10) return false;
  const sum = digits.reduce(
    (total, digit, index) => total + (10 - index) * (digit === 'X' ? 10 : Number(digit)),
    0,
  );
  return sum % 11 === 0;
}
