/**
 * Puts the country code at the end of a number's label before the number: a person chose `+49` in a list beside
 * `30 23125555`. Undefined where the label ends with none, or the number has its country already.
 */
export function withDialCode(value: string, label: string): string | undefined {
  const code = /(?:^|\s)(\+\d{1,3})$/.exec(label)?.[1];
  if (code === undefined || !/^[\s(]*\d/.test(value) || /^\s*00/.test(value)) return undefined;
  return `${code} ${value.trim()}`;
}
