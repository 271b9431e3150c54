const longestPattern = 200;
const longestSubject = 2_000;

/** A group that repeats and holds something that repeats, such as `(a+)+` or `(a|b*)*`. */
const repeatedRepetition = /\([^()]*[+*}][^()]*\)[+*{]/;

/**
 * Whether a pattern from outside can be run without risk: it compiles, and it has none of the
 * shapes whose time explodes with the length of the text
 * (https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS).
 * A pattern that is turned down is not checked here; Genesys Cloud has the last word on it.
 */
export function isUsablePattern(pattern: string): boolean {
  if (pattern.length > longestPattern || repeatedRepetition.test(pattern)) return false;
  return compile(pattern) !== undefined;
}

/** Whether the text has the pattern somewhere in it, as JSON Schema's `pattern` means it. */
export function matchesPattern(text: string, pattern: string): boolean {
  if (text.length > longestSubject || !isUsablePattern(pattern)) return true;
  return compile(pattern)?.test(text) ?? true;
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
