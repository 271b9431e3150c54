import { type Program, programOf } from './program.ts';
import { run } from './run.ts';
import { treeOf } from './tree.ts';

/** Why a regular expression from outside is not run. */
export type PatternFault = 'invalid' | 'unsupported' | 'too-long';

/** How it is read: `u` by code points, as JSON Schema wants it, or by JavaScript's own units. */
export type PatternFlags = '' | 'u';

const longestPattern = 500;

/** Those that were made, for a rule is asked again and again. */
const made = new Map<string, Program | PatternFault>();

/**
 * Why an expression is not run; undefined for one that is. JavaScript cannot stop an expression that
 * has begun, and some take years (https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS).
 * So ours run in a time that grows with the text only. docs/decisions/042-patterns-in-linear-time.md
 */
export function patternFault(source: string, flags: PatternFlags = ''): PatternFault | undefined {
  const program = programFor(source, flags);
  return typeof program === 'string' ? program : undefined;
}

/**
 * The first match of an expression in a text: the whole and its groups, as `RegExp.exec` gives them.
 * `not run` where the expression has a fault, or where the text is too long to tell in time.
 */
export function firstMatch(
  source: string,
  text: string,
  flags: PatternFlags = '',
): (string | undefined)[] | 'not run' | undefined {
  const program = programFor(source, flags);
  if (typeof program === 'string') return 'not run';
  const chars = flags === 'u' ? [...text] : text.split('');
  const found = run(program, chars, flags);
  if (found === 'too long') return 'not run';
  if (found === undefined) return undefined;
  const groups: (string | undefined)[] = [];
  for (let place = 0; place < found.length; place += 2) {
    const [from = -1, to = -1] = [found[place], found[place + 1]];
    groups.push(from < 0 || to < 0 ? undefined : chars.slice(from, to).join(''));
  }
  return groups;
}

function programFor(source: string, flags: PatternFlags): Program | PatternFault {
  if (source.length > longestPattern) return 'too-long';
  const key = `${flags}/${source}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const program = newProgram(source, flags);
  // No settings hold so many rules at once; what a long day brings together is let go.
  if (made.size > 500) made.clear();
  made.set(key, program);
  return program;
}

function newProgram(source: string, flags: PatternFlags): Program | PatternFault {
  try {
    RegExp(source, flags);
  } catch {
    return 'invalid';
  }
  const tree = treeOf(source, flags);
  return tree === undefined ? 'unsupported' : (programOf(tree) ?? 'too-long');
}
