import { firstMatch, patternFault } from '../pattern/pattern.ts';

/** Values longer than this are cut before an expression sees them. */
const longestSubject = 500;

/** Why a site rule's regular expression is refused; undefined for one that is run. */
export function whyRefused(expression: string): string | undefined {
  const fault = patternFault(expression);
  return fault && `pattern-${fault}`;
}

/** The first group of an expression, or all that it matches; undefined where it matches nothing. */
export function firstGroup(expression: string, subject: string): string | undefined {
  const match = firstMatch(expression, subject.slice(0, longestSubject));
  if (match === undefined || match === 'not run') return undefined;
  return match.slice(1).find((group) => group !== undefined) ?? match[0];
}
