import { firstMatch, patternFault } from '../pattern/pattern.ts';

/** Whether a flow's pattern can be run. One that cannot is not checked here: Genesys Cloud has the last word. */
export function isUsablePattern(pattern: string): boolean {
  return patternFault(pattern, 'u') === undefined;
}

/** Whether the text has the pattern somewhere in it, as JSON Schema's `pattern` means it. */
export function matchesPattern(text: string, pattern: string): boolean {
  return firstMatch(pattern, text, 'u') !== undefined;
}
