const openPlace =
  /^(?:\{\{+[^{}]*[^{}\s][^{}]*\}\}+|\{[^{}:"']*[^{}:"'\s][^{}:"']*\}|\$\(.*\)|\$!?\{?[\w.]+\}?|\$esc\..*|@\{.*\}|@\w+\(.*\).*|<[^<>]*>|:\w+|%\w*%|%[sd]|%7B.*%7D|%3C.*%3E|\.{3}|…)$/i;

/** Whether a text is a place left open in a template: `{flowId}`, `${FLOW_ID}`, `<id>`, `:id`, `…`. */
export function isOpenPlace(text: string): boolean {
  return openPlace.test(text.trim());
}

/** Whether a part of a text is left open. */
export function holdsOpenPlace(text: string): boolean {
  return isOpenPlace(text) || /\{\{[^{}]*\}\}|\$!?\{[^{}]*\}|@\{[^{}]*\}|\$\([^()]*\)/.test(text);
}
