import { createParser } from 'css-selector-parser';

/** Pseudo-classes that Chromium 156 knows, of those that elements of a page may have. */
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
    // Nothing in the page is one, so `querySelector` finds none.
    pseudoElements: { unknown: 'reject', definitions: [] },
  },
});

/**
 * Whether the browser can find an element by a site rule's selector, each step of it (` >>> `) for
 * itself. Held against the browser's own judgement by test/e2e/selectors.test.ts.
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

/** What browsers take and the parser does not: comments, and names that begin with two hyphens. */
function forParser(step: string): string {
  return step.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/([.#])--/g, '$1_--');
}
