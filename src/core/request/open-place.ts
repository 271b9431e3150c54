const openPlace =
  /^(?:\{\{+\s*[^{}\s][^{}]*\}\}+|\{\s*[^{}:"'\s][^{}:"']*\}|\$\(.*\)|\$!?\{?[\w.]+\}?|\$esc\..*|@\{.*\}|@\w+\([^)\n]*\).*|<[^<>]*>|:\w+|%\w*%|%[sd]|%7B.*%7D|%3C.*%3E|\.{3}|…)$/i;

/** Whether a text is a place left open in a template: `{flowId}`, `${FLOW_ID}`, `<id>`, `:id`, `…`. */
export function isOpenPlace(text: string): boolean {
  return openPlace.test(text.trim());
}

/** Whether a part of a text is left open. */
export function holdsOpenPlace(text: string): boolean {
  return isOpenPlace(text) || /\{\{[^{}]*\}\}|\$!?\{[^{}]*\}|@\{[^{}]*\}|\$\([^()]*\)/.test(text);
}

/**
 * Whether values for the places between the parts of a text can make it another one: `api.`, `.pure.cloud` for
 * `api.euw2.pure.cloud`. A pattern with `.*` between the parts would try every way to spread the values, which are
 * more ways than any machine can try.
 *
 * @param parts what stands before, between and behind the open places; at least one
 */
export function canBecome(parts: readonly string[], text: string): boolean {
  const [first = '', ...more] = parts;
  const last = more.pop();
  if (last === undefined) return text === first;
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of more) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
}
