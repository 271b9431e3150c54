import { formDecoded } from '../base/percent.ts';

/**
 * Removes what a page, an e-mail or an editor adds to a text: entities of HTML, marks of quoted lines, numbers of
 * lines, long dashes in commands, links around addresses, the quotes of a log or of a cell around JSON.
 */
export function withoutPageMarks(text: string): string {
  const lines = withoutPrompts(withoutDiff(withoutNumbers(withoutQuoteMarks(withoutTags(text)))));
  const plain = withoutDashes(lines);
  return withoutLinks(withoutOuterQuotes(plain));
}

/** Resolves the entities in the source of a web page. In a text with plain quotes they are meant literally and stay. */
function withoutEntities(text: string): string {
  if (!/&(?:quot|#34|#x22);/i.test(text) || text.includes('"')) return text;
  return text.replace(entity, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? '';
    return String.fromCharCode(
      decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal),
    );
  });
}

/** What the scripts of a component of Svelte or Vue hold. */
function scriptsIn(text: string): string {
  const parts = text.split('</script>').slice(0, -1);
  return parts.map((part) => part.replace(/^[\s\S]*?<script\b[^<>]*>/, '')).join('\n');
}

/** The text of a block of code in the source of a web page. */
function withoutTags(text: string): string {
  if (/^\s*<(?:script|template)\b/.test(text) && text.includes('</script>')) return scriptsIn(text);
  const isCode = /<\/(?:code|pre)>/i.test(text) && !/<html\b|<!doctype/i.test(text);
  return withoutEntities(
    isCode ? text.replace(/<\/?(?:pre|code|p|span|br)\b[^<>]*>/gi, '\n') : text,
  );
}

/** JSON as a log escapes it, `{\"flowId\": …}`, or as a cell of a table doubles its quotes. */
function withoutOuterQuotes(text: string): string {
  const plain = text.trim();
  if (/^\{\s*\\"/.test(plain)) return plain.replaceAll('\\"', '"');
  const isCell = /^"(?:\{\s*|(?:curl|http|POST|fetch)\b[^"]*)""[\s\S]*"$/.test(plain);
  return isCell ? plain.slice(1, -1).replaceAll('""', '"') : text;
}

/** The address in a link of Slack, `<https://…|…>`, of Markdown, `[https://…](https://…)`, and behind Safe Links. */
function withoutLinks(text: string): string {
  return text
    .replace(/\[(https?:\/\/[^\]\s]{1,500})\]\(https?:\/\/[^)\s]{1,500}\)/g, '$1')
    .replace(/<(https?:\/\/[^\s<>|]{1,500})(?:\|[^<>\n]{0,500})?>/g, '$1')
    .replace(
      /https:\/\/\w+\.safelinks\.protection\.outlook\.com\/\?url=([^&\s]{1,500})[^\s"'<>]*/g,
      (_link, url: string) => formDecoded(url.replaceAll('+', '%2B')),
    );
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

/** Restores the two hyphens before an option, of which word processors and pages make one long dash: `—header`. */
function withoutDashes(text: string): string {
  if (!/(?:^|[\s|;&])(?:curl|wget|https?|gc)\s/.test(text)) return text;
  return text
    .replace(/(?<=\s)[—–](?=[a-z][a-z-]{2,})/g, '--')
    .replace(/(?<=\s)[—–](?=[A-Za-z]\s)/g, '-');
}

/** The new state of what a diff changes: its lines without their marks, and without those that it takes out. */
function withoutDiff(text: string): string {
  if (!/^@@ -\d[^\n]* @@/m.test(text) || !/^\+/m.test(text)) return text;
  return text
    .replace(/^(?:diff --git |index [\da-f]+\.\.|--- |\+\+\+ |@@ -|-)[^\n]*$/gm, '')
    .replace(/^[+ ]/gm, '');
}

/** Removes the prompts of PowerShell and those that a theme of zsh draws. */
function withoutPrompts(text: string): string {
  return text
    .replace(/^PS [A-Z/][^>\n]{0,200}>[ \t]?/gm, '')
    .replace(/^[➜❯λ][^\n]{0,80}?[ \t](?=(?:curl|wget|https?|xh|gc)[ \t])/gm, '');
}

/** How often a text may have been quoted: each answer to an answer adds one mark. */
const deepestQuotation = 50;

/** Removes the `> ` before the lines of a quotation, but not that of `curl -v`. */
function withoutQuoteMarks(text: string, depth = 0): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isWhole = lines.length > 0 && lines.every((line) => line.startsWith('>'));
  if (isWhole && depth < deepestQuotation)
    return withoutQuoteMarks(text.replace(/^> ?/gm, ''), depth + 1);
  const isTrace = /^[<*] /m.test(text) || /^> .*HTTP\/\d/m.test(text);
  const isQuoted = (text.match(/^> ?\S/gm) ?? []).length > 1;
  return isTrace || !isQuoted ? text : text.replace(/^(?:>(?!>) ?)+/gm, '');
}

/** Removes the numbers before lines, where they count up by one. */
function withoutNumbers(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const numbers = lines.map((line) => Number(/^\s*(\d{1,5})(?=[\s.:|│]|$)/.exec(line)?.[1]));
  const isCounted = numbers.every((it, place) => it === (numbers[0] ?? 0) + place);
  if (lines.length < 3 || !isCounted) return text;
  return text.replace(/^[ \t]*\d{1,5}(?:[ \t]?[.:|│])?[ \t]?/gm, '');
}
