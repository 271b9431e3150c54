import { type Node, parseExpression } from './site-expression-parts.ts';

/** Values longer than this are cut before an expression sees them; see `whyRefused`. */
const longestSubject = 500;

const longestExpression = 500;

/** A repeat that can run over so many characters counts as endless. */
const endless = 20;

/**
 * Why a site rule's regular expression is refused; undefined for one that is run.
 *
 * JavaScript cannot stop an expression that has begun, so those that could run for minutes are
 * refused by their shape (https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS):
 * a repeat of something that itself has several lengths or branches, which is exponential, and more
 * than one endless repeat whose characters the next piece could take. What is left costs at most the
 * third power of the subject's length (a tenth of a second for 500 characters, the longest subject).
 */
export function whyRefused(expression: string): string | undefined {
  if (expression.length > longestExpression) return 'pattern-too-long';
  try {
    RegExp(expression);
  } catch {
    return 'pattern-invalid';
  }
  if (/\\[1-9k]/.test(expression.replaceAll('\\\\', ''))) return 'pattern-back-reference';
  const branches = parseExpression(expression);
  if (branches.flat().some(repeatsSomethingLoose)) return 'pattern-nested-repeat';
  if (branches.some((items) => competingRepeats(items) > 1)) return 'pattern-many-repeats';
  return undefined;
}

/** The first group of an expression, or all that it matches; undefined where it matches nothing. */
export function firstMatch(expression: string, subject: string): string | undefined {
  if (whyRefused(expression)) return undefined;
  const match = RegExp(expression).exec(subject.slice(0, longestSubject));
  return match?.slice(1).find((group) => group !== undefined) ?? match?.[0];
}

function repeatsSomethingLoose(node: Node): boolean {
  const inner = node.branches.flat();
  if (inner.some(repeatsSomethingLoose)) return true;
  if (node.most < 2 || node.branches.length === 0) return false;
  // `(\d{1,3}\.){3}`: a few times a few is no danger.
  if (node.most <= 4) return inner.some(({ most }) => most > 10);
  return node.branches.length > 1 || inner.some(isLoose);
}

function isLoose(node: Node): boolean {
  return node.least !== node.most || node.branches.length > 1 || node.branches.flat().some(isLoose);
}

/** How many endless repeats have a successor that could take their characters. */
function competingRepeats(items: readonly Node[]): number {
  const flat = items.flatMap(unwrapped);
  return flat.filter((node, index) => {
    const next = flat[index + 1];
    if (node.most <= endless || next === undefined) return false;
    return next.least === 0 || !next.chars || !node.chars || overlap(node.chars, next.chars);
  }).length;
}

/** Groups that occur once are no borders for what is matched; what else has branches counts whole. */
function unwrapped(node: Node): Node[] {
  if (node.branches.length === 0) return [node];
  const inner = node.branches.flat().flatMap(unwrapped);
  return node.branches.length === 1 && node.most === 1 && node.least === 1
    ? inner
    : [{ ...node, chars: undefined }, ...inner];
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((char) => other.has(char));
}
