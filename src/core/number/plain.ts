/** Fills the second place of a character that takes two, and the place of one without width. */
export const widthless = '\u2060';

const spellings: readonly (readonly [plain: string, others: string])[] = [
  ['-', '‐‑‒–—―−－﹣ー─⁃'],
  [
    ' ',
    '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  ],
  [widthless, '\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad'],
  ['(', '（［【'],
  [')', '）］】'],
  ['+', '＋﹢'],
  ['.', '．·'],
  ['/', '／'],
  ['#', '＃'],
  ['*', '＊'],
  [':', '：'],
  [',', '，、'],
];

const signs = new Map(
  spellings.flatMap(([plain, others]) => [...others].map((sign) => [sign, plain] as const)),
);

/**
 * Replaces the decimal digits of every script by 0 to 9, and the signs that people write within numbers by those of
 * ASCII. Every character keeps its place.
 */
export function plain(text: string): string {
  const dialled = withoutCarrier(text);
  if (!/[^\x20-\x7e\n]/.test(dialled)) return dialled;
  return dialled
    .replace(/[^\x20-\x7e\n]/gu, (sign) => signs.get(sign) ?? sign)
    .replace(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : digitOf(digit)));
}

/** Drops the `xx` in Brazil's `(0xx11) 3091-3116`, where the caller puts a carrier. */
function withoutCarrier(text: string): string {
  return text.replace(/(?<=\(0 ?)(?:xx|\*\*)(?= ?\d\d\))/gi, widthless.repeat(2));
}

/**
 * The value of a decimal digit of any script. Unicode keeps them in runs of ten that begin with zero; only the runs of
 * the mathematical digits follow each other without a gap. https://www.unicode.org/reports/tr44/#Numeric_Type
 */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  const mathematical = code >= 0x1d7ce && code <= 0x1d7ff;
  const value = mathematical ? (code - 0x1d7ce) % 10 : code - zero;
  return `${value}${widthless.repeat(digit.length - 1)}`;
}
