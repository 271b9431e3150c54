import { isDocument, isElement, parentOf, selectAll } from './dom.ts';
import { readThing } from './read-thing.ts';
import type { Reading } from './reading.ts';

const longest = 4000;

/** More than a person selects by hand; the text of all that is selected costs a layout of it. */
const mostElements = 3000;

/** Reads what is selected, and gives the nodes that it begins in. */
export function readSelection(reading: Reading, roots: readonly Node[], isKnown: boolean): Node[] {
  const selected: Node[] = [];
  reading.each(roots, (root) => {
    const selection = isDocument(root) ? Document.prototype.getSelection.call(root) : null;
    if (!selection?.rangeCount) return;
    const { commonAncestorContainer: around, startContainer } = selection.getRangeAt(0);
    if (isElement(around) && selectAll(around, '*').length > mostElements) return;
    const text = String(selection).slice(0, longest);
    // Without any gesture on the page a script has selected it.
    if (!text.trim() || !navigator.userActivation.hasBeenActive) return;
    selected.push(startContainer);
    const start = isElement(startContainer) ? startContainer : parentOf(startContainer);
    const thing = isKnown || !/\d/.test(text) ? {} : readThing(reading, start ?? undefined);
    reading.tell('selection', text, { place: 'selection', ...thing });
  });
  return selected;
}
