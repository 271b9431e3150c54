const time = String.raw`\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[ ]?[+-]\d\d:?\d\d)?\]?`;
const marks = String.raw`(?:[ \t]+(?:\[[^\]\n]{1,60}\]|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\(?(?:trace|debug|info|warn(?:ing)?|error|fatal)\)?|[\w.$/-]{1,80}(?=[ \t]*[-:|][ \t])|[-:|]+))*`;
/** The name of a container before each line of its log. */
const service = String.raw`(?:[\w.-]{1,60}[ \t]{1,40}\|[ \t]{1,9})?`;
/** The words that a program writes before an object that it logs. */
const words = String.raw`(?:[A-Za-z][A-Za-z_ -]{0,30}[:=]?[ \t]+(?=\{))?`;
const prefix = new RegExp(`^[ \\t]*${service}${time}${marks}[ \\t:|-]*${words}`, 'gim');

/**
 * Blanks out what a logger writes before each line: time, level, thread, logger. Each character keeps its place, so
 * that every index into the text stays right.
 */
export function withoutLogMarks(text: string): string {
  return text.replace(prefix, (mark) => ' '.repeat(mark.length));
}
