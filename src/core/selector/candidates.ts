import type { ElementStep } from './element-steps.ts';
import { costliestName, partsOf, type SelectorPart } from './part.ts';

const mostCandidates = 150;

/** Every further element in a selector is one more that may change. */
const costOfStep = 2;
/** A direct child, rather than anywhere inside. */
const costOfChild = 4;
/** A tag that the element itself has to have. */
const costOfTarget = 8;
/** A place among siblings holds on the next page only if nothing stands before it there. */
const costOfPlace = 10;
/** Nothing in the selector has a name: a `span` that is the only one today. */
const costOfNoName = 30;

/**
 * Selectors that should find an element among all of its document or shadow root, the one to try
 * first first. Which of them finds it alone, only the page can tell.
 *
 * `steps`: the element and what encloses it, the nearest first.
 */
export function selectorCandidates(steps: readonly ElementStep[]): string[] {
  const [target, ...around] = steps;
  if (target === undefined) return [];
  const own = compounds(target);
  const alone = own.map(({ css, cost }) => ({ css, cost: cost + costIfNameless(cost) }));
  const enclosing = around.map((step) =>
    partsOf(step)
      .filter(({ css }) => css !== 'body' && css !== 'html')
      .slice(0, 3),
  );
  const within = enclosing.flatMap((parts) => parts.flatMap((part) => own.map(inside(part))));
  const deeper = enclosing.flatMap((outer, depth) =>
    enclosing.slice(0, depth).flatMap((inner) =>
      [outer[0], inner[0]].every(Boolean)
        ? own
            .slice(0, 2)
            .map(inside(inner[0] as SelectorPart))
            .map(inside(outer[0] as SelectorPart))
        : [],
    ),
  );
  const candidates = [...alone, ...within, ...deeper, ...byPlace(steps)];
  const sorted = candidates.toSorted((a, b) => a.cost - b.cost || a.css.length - b.css.length);
  return [...new Set(sorted.map(({ css }) => css))].slice(0, mostCandidates);
}

/** An element's own parts, and two of them together. */
function compounds(step: ElementStep): SelectorPart[] {
  const parts = partsOf(step);
  const named = parts.filter(({ css }) => /^[.[]/.test(css)).slice(0, 3);
  const pairs = named.flatMap((one, index) =>
    named.slice(index + 1).map((other) => ({
      css: one.css + other.css,
      cost: Math.max(one.cost, other.cost) + 1,
    })),
  );
  return [...parts, ...pairs];
}

function inside(outer: SelectorPart): (inner: SelectorPart) => SelectorPart {
  return (inner) => ({
    css: `${outer.css} ${inner.css}`,
    cost: outer.cost + inner.cost + costOfStep + costIfNameless(Math.min(outer.cost, inner.cost)),
  });
}

function costIfNameless(leastCost: number): number {
  return leastCost > costliestName ? costOfNoName : 0;
}

/** From every enclosing element down, child by child. */
function byPlace(steps: readonly ElementStep[]): SelectorPart[] {
  const found: SelectorPart[] = [];
  let path: SelectorPart | undefined;
  for (const step of steps) {
    const [anchor] = partsOf(step);
    if (path && anchor) {
      const cost = anchor.cost + path.cost + costIfNameless(anchor.cost);
      found.push({ css: `${anchor.css} > ${path.css}`, cost });
    }
    const tag = partsOf({ ...step, attributes: [] })[0]?.css ?? step.tag;
    const here = step.alone ? tag : `${tag}:nth-of-type(${step.place})`;
    path = {
      css: path ? `${here} > ${path.css}` : here,
      cost: (path?.cost ?? costOfTarget) + costOfChild + (step.alone ? 0 : costOfPlace),
    };
  }
  // The whole way, for a page that names nothing.
  if (path) found.push({ ...path, cost: path.cost + costOfNoName });
  return found;
}
