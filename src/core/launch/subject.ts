/** Words in the names of inputs that say whom a launch is about, the most telling first. */
const telling = ['number', 'phone', 'ani', 'customer', 'caller', 'email', 'contact', 'name'];

const longest = 80;

/**
 * Whom or what a launch is about, for a question to a person: the value of the input whose name
 * tells most. Undefined where no input has a text or a number.
 */
export function launchSubject(inputData: Record<string, unknown> | undefined): string | undefined {
  const shown = Object.entries(inputData ?? {}).flatMap(([name, value]) =>
    (typeof value === 'string' && value !== '') || typeof value === 'number'
      ? [{ name: name.toLowerCase(), value: String(value).slice(0, longest) }]
      : [],
  );
  const named = telling.flatMap((word) => shown.find(({ name }) => name.includes(word)) ?? []);
  return (named[0] ?? shown[0])?.value;
}
