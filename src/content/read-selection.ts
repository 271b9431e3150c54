import { isDocument, isElement, parentOf, selectAll } from './dom.ts';
import { readThing } from './read-thing.ts';
import type { Reading } from './reading.ts';

const longest = 4000;

/** A selection over more elements was not made by hand, and the browser would have to lay out all of it for its text. */
const mostElements = 3000;

/**
 * Reads what the person selected, and returns the nodes in which the selections begin.
 *
 * @param isLinkClicked the person opened the context menu on a link, which says already what they pointed at
 */
export function readSelection(
  reading: Reading,
  roots: readonly Node[],
  isLinkClicked: boolean,
): Node[] {
  const selected: Node[] = [];
  reading.each(roots, (root) => {
    const selection = isDocument(root) ? Document.prototype.getSelection.call(root) : null;
    if (!selection?.rangeCount) return;
    const { commonAncestorContainer: around, startContainer } = selection.getRangeAt(0);
    if (isElement(around) && selectAll(around, '*').length > mostElements) return;
    const text = String(selection).slice(0, longest);
    // Without any gesture on the page, a script made the selection.
    if (!text.trim() || !navigator.userActivation.hasBeenActive) return;
    selected.push(startContainer);
    const start = isElement(startContainer) ? startContainer : parentOf(startContainer);
    const thing = isLinkClicked || !/\d/.test(text) ? {} : readThing(reading, start ?? undefined);
    reading.tell('selection', text, { place: 'selection', ...thing });
  });
  return selected;
}
