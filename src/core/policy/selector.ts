import { createParser } from 'css-selector-parser';

/** The pseudo-classes of Chromium 156 that elements of a page may have. */
const pseudoClasses =
  'active any-link autofill checked default defined disabled empty enabled first-child first-of-type focus focus-visible focus-within fullscreen hover in-range indeterminate invalid last-child last-of-type link modal only-child only-of-type open optional out-of-range picture-in-picture placeholder-shown popover-open read-only read-write required root scope target user-invalid user-valid valid visited';

const parse = createParser({
  syntax: {
    baseSyntax: 'selectors-4',
    namespace: { wildcard: true },
    pseudoClasses: {
      unknown: 'reject',
      definitions: { NoArgument: pseudoClasses.split(' ') },
    },
    // No element is a pseudo-element, so `querySelector` finds none.
    pseudoElements: { unknown: 'reject', definitions: [] },
  },
});

/**
 * Whether the browser accepts a site rule's selector, in each of its steps (` >>> `). test/e2e/selectors.test.ts
 * compares this with the browser's own judgement.
 */
export function isSelector(selector: string): boolean {
  return selector.split(/\s*>>>\s*/).every((step) => {
    try {
      parse(forParser(step));
      return true;
    } catch {
      return false;
    }
  });
}

/** Replaces what browsers accept and the parser does not: comments, and names that begin with two hyphens. */
function forParser(step: string): string {
  return step.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/([.#])--/g, '$1_--');
}
