/** In single quotes only the quote itself and the backslash are escaped. */
export function singleQuoted(inside: string): string {
  return inside.replace(/\\(['\\])/g, '$1');
}

/** A heredoc as the string that it stands for: in double quotes, and a nowdoc in single ones. */
export function heredocString(words: string): string {
  const [opening = '', quote, name = ''] = /^<<<[ \t]*(['"]?)(\w+)\1[^\n]*\n?/.exec(words) ?? [];
  const body = words.slice(opening.length).replace(new RegExp(`(?:^|\\n)[ \\t]*${name}$`), '');
  return quote === "'"
    ? `'${body.replace(/['\\]/g, '\\$&')}'`
    : `"${body.replace(/(?<!\\)"/g, '\\"')}"`;
}
