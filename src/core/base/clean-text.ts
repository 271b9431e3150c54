/**
 * Text that came from a page, made safe to show and to compare.
 *
 * Marks that turn the direction of writing or have no width are dropped: phone books wrap numbers
 * in them, and a page could use them to show one number and hand over another
 * (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing). Other control characters
 * become visible signs, so that nothing hides.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/\p{Cf}/gu, (mark) => (mark === '\u200d' ? mark : ''))
    .replace(/\p{Cc}/gu, (mark) => (mark === '\n' ? mark : visibleSign(mark.charCodeAt(0))));
}

/** The sign that Unicode's block "Control Pictures" has for a control character. */
function visibleSign(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
