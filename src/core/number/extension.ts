/** An extension behind a number. */
export interface Extension {
  digits: string;
  /** How many characters it takes behind the number, with its word or sign. */
  length: number;
}

const words =
  'extension|extn|ext|erweiterung|nebenstelle|durchwahl|dw|apparat|app|klappe|kl|poste|interno|int|anexo|extensi[oó]n|ramal|toestel|tst|anknytning|ankn|wewn?|linka|m[eé]ll[eé]k|доб|вн|внутр|dahili|eksterni|内線|分机|分機|转|轉|内线|내선|داخلي|שלוחה|ต่อ|x|ｘ';

/** A word or a sign, then digits: `ext. 503`, `x11`, `-x11`, `*227`, `#543`, `(ext 22)`; `local 305` in Canada. */
const marked = RegExp(
  `^(?:\\s{0,2}[-,;/([]?\\s{0,2}(?:${words}|local(?= \\d{2,5}(?![\\p{L}\\d])))\\s?[.:#=-]{0,2}\\s{0,2}|\\s?[*#]\\s?|\\s?~\\s?)(\\d{1,8})(?![\\d*]|[-./ ]?\\d{3})[)\\]]?`,
  'iu',
);

const label = RegExp(
  `^\\s*(?:(?:phone|tel(?:ephone)?|telefon|office|work|business)[\\s._-]{0,2})?(?:${words})(?:[\\s._-]{1,2}(?:number|no|num|nr))?\\W*$`,
  'iu',
);

/** Whether a field's label says that the field holds an extension. */
export function isExtensionLabel(text: string): boolean {
  return text.length < 60 && label.test(text);
}

/** `; 7246433` at the end of a text, as vCards write it. */
const afterSemicolon = /^\s?;\s?(\d{1,7})\s*$/;

/** The extension at the beginning of the text right behind a number; undefined where there is none. */
export function extensionIn(behind: string): Extension | undefined {
  const near = behind.slice(0, 40);
  const match = marked.exec(near) ?? (behind.length < 12 ? afterSemicolon.exec(behind) : null);
  return match?.[1] ? { digits: match[1], length: match[0].length } : undefined;
}

/**
 * How many characters behind a number a telephone dials once the call is answered, as `,,1234567#` in an invitation to
 * a conference; 0 where there are none. They belong to no number. Digits in groups, or seven digits, behind `, ` are
 * another number.
 */
export function dialledLater(behind: string): number {
  const later = /^\s?(?:,{2,4}\s?|,(?! \d{7})\s?|[pw]\s?)\d{3,12}#?(?![-. ()/]{0,2}\d)/i;
  return later.exec(behind.slice(0, 24))?.[0].length ?? 0;
}

/** Cuts the second ending that a number may have: `030 567890/91` stands for 567890 and 567891. */
export function withoutSecondEnding(written: string): string {
  return /^(.*\d{4,})\s?\/\s?\d{1,2}$/.exec(written)?.[1] ?? written;
}

/** Countries (ISO 3166) whose offices write an extension behind a hyphen: `010-62512345-8001`. */
export const hyphenCountries = /^(?:CN|TW|MO)$/;

/** Divides a number from what may be its extension behind a hyphen; undefined where nothing there can be one. */
export function splitAtHyphen(written: string): { main: string; extension: Extension } | undefined {
  const [, main, digits] = /^(.{7,}\d)-(\d{2,5})$/.exec(written) ?? [];
  return main && digits ? { main, extension: { digits, length: digits.length + 1 } } : undefined;
}
