const time = String.raw`\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[ ]?[+-]\d\d:?\d\d)?\]?`;
const marks = String.raw`(?:[ \t]+(?:\[[^\]\n]{1,60}\]|\(?(?:trace|debug|info|warn(?:ing)?|error|fatal)\)?|[\w.$/-]{1,80}(?=[ \t]*[-:|][ \t])|[-:|]+))*`;
const prefix = new RegExp(`^[ \\t]*${time}${marks}[ \\t:|-]*`, 'gim');

/**
 * A text without what a logger writes before each line: time, level, thread, logger. Each character
 * keeps its place, so that places in the text stay what they are.
 */
export function withoutLogMarks(text: string): string {
  return text.replace(prefix, (mark) => ' '.repeat(mark.length));
}
