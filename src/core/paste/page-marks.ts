/**
 * A text without what a page, an e-mail or an editor adds to it: entities of HTML, marks of quoted
 * lines, numbers of lines.
 */
export function withoutPageMarks(text: string): string {
  return withoutDashes(withoutNumbers(withoutQuoteMarks(withoutEntities(text))));
}

/** The source of a web page writes quotes as entities; a text with quotes of its own means them. */
function withoutEntities(text: string): string {
  if (!/&(?:quot|#34|#x22);/i.test(text) || text.includes('"')) return text;
  return text.replace(entity, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? '';
    return String.fromCharCode(
      decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal),
    );
  });
}

const entity = /&(?:#(\d{2,4})|#x([\da-f]{2,4})|(quot|apos|lt|gt|nbsp|amp));/gi;

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  amp: '&',
};

/** Word processors and pages make one long dash of the two before an option: `—header`. */
function withoutDashes(text: string): string {
  if (!/(?:^|[\s|;&])(?:curl|wget|https?|gc)\s/.test(text)) return text;
  return text
    .replace(/(?<=\s)[—–](?=[a-z][a-z-]{2,})/g, '--')
    .replace(/(?<=\s)–(?=[A-Za-z]\s)/g, '-');
}

/** `> ` before each line of a quotation; what `curl -v` prints has marks of its own meaning. */
function withoutQuoteMarks(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 0 && lines.every((line) => line.startsWith('>')))
    return withoutQuoteMarks(text.replace(/^> ?/gm, ''));
  const isTrace = /^[<*] /m.test(text) || /^> .*HTTP\/\d/m.test(text);
  const isQuoted = (text.match(/^> ?\S/gm) ?? []).length > 1;
  return isTrace || !isQuoted ? text : text.replace(/^(?:>(?!>) ?)+/gm, '');
}

/** A number before each line, each one more than the one before. */
function withoutNumbers(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const numbers = lines.map((line) => Number(/^\s*(\d{1,5})(?=[\s.:|│]|$)/.exec(line)?.[1]));
  const isCounted = numbers.every((it, place) => it === (numbers[0] ?? 0) + place);
  if (lines.length < 3 || !isCounted) return text;
  return text.replace(/^[ \t]*\d{1,5}(?:[ \t]?[.:|│])?[ \t]?/gm, '');
}
