/**
 * A number as it is dialled where its label ends with the country that was chosen beside it: `+49` before
 * `30 23125555`. Undefined where none was chosen, or the number says its country itself.
 */
export function withDialCode(value: string, label: string): string | undefined {
  const code = /(?:^|\s)(\+\d{1,3})$/.exec(label)?.[1];
  if (code === undefined || !/^[\s(]*\d/.test(value) || /^\s*00/.test(value)) return undefined;
  return `${code} ${value.trim()}`;
}
