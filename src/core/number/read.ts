import { extensionIn, hyphenCountries, splitAtHyphen, withoutSecondEnding } from './extension.ts';
import { groupingOf } from './grouping.ts';
import { digitsForLetters } from './lettered.ts';
import { type Budget, type Parsed, parseDigits, plentiful } from './parse.ts';
import { describe, type Phone } from './phone.ts';
import { plain } from './plain.ts';
import { numberInUri } from './uri.ts';

const longest = 60;

/**
 * Reads a text that should hold one number and nothing else: an input, a link, a field of structured data. Undefined
 * where it holds more than a number and its extension, where digits are masked, or where it is too long.
 *
 * @param countries tried in their order (ISO 3166) for numbers written without their country
 */
export function readPhone(
  text: string,
  countries: readonly string[],
  budget: Budget = plentiful(),
): Phone | undefined {
  if (text.length > 500) return undefined;
  const line = plain(numberInUri(text)).trim();
  if (line.length > longest) return undefined;
  const match = /^[^\p{L}\d+(]{0,3}([+(]{0,2}\s?\d[\d\s().\-/\u2060]*)(.*)$/su.exec(line);
  const written = match?.[1]?.trim() ?? '';
  const behind = match?.[2] ?? '';
  const extension = extensionIn(behind);
  const rest = behind.slice(extension?.length ?? 0).trim();
  const spelled = /^[\p{Lu}\d\s().+-]+$/u.test(line) && /\d[\s\d().-]*[A-Z]{3}/.test(line);
  const digits = spelled && !extension ? digitsForLetters(line) : written;
  // A "#" may end the number, and a pause may separate digits that the telephone dials later.
  const isAlone =
    spelled || /^(?:[#;.,)\]]|\([^)\d]*\)|(?:[,;]{1,4}|[pw])\d{1,12}#?)?$/i.test(rest);
  if (digits === '' || !isAlone) return undefined;
  const parts = splitAtHyphen(digits);
  const first = parts && parseDigits(parts.main, countries, budget);
  if (parts && first?.number.isValid() && hyphenCountries.test(first.number.country ?? ''))
    return described(first, parts.main, parts.extension.digits);
  const number = withoutSecondEnding(digits);
  const parsed = parseDigits(number, countries, budget);
  return parsed && described(parsed, number, spelled ? undefined : extension?.digits);
}

function described(
  { number, international }: Parsed,
  written: string,
  extension: string | undefined,
): Phone {
  return describe(number, { grouping: groupingOf(written, number), international, extension });
}
