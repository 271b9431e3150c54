/**
 * Index behind the bracket that closes the one at `start`, strings passed over; `undefined` where it
 * never closes.
 */
export function balancedEnd(text: string, start: number): number | undefined {
  let open = 0;
  for (let at = start; at < text.length; at += 1) {
    const next = text[at];
    if (next === '"') {
      at = stringEnd(text, at);
    } else if (next === '{' || next === '[') {
      open += 1;
    } else if (next === '}' || next === ']') {
      open -= 1;
      if (open <= 0) return at + 1;
    }
  }
  return undefined;
}

/** The closing quote; a string that a line break ends before it is none. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
    else if (text[at] === '\n') return start;
  }
  return start;
}

/** Behind the bracket that closes the one before `start`, else the end; brackets within quotes count, too. */
export function behindClosing(text: string, start: number): number {
  let open = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')') open -= 1;
    if (open === 0) return at + 1;
  }
  return text.length;
}
