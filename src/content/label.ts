import {
  attribute,
  beforeOf,
  closest,
  hostOf,
  isText,
  parentOf,
  previousOf,
  short,
  tagOf,
  textOf,
} from './dom.ts';
import { textWithin } from './text-within.ts';

const longest = 70;
const longestParagraph = 24;

/** The words that label an element: its own attributes, the head of its column, or what stands before it; else empty. */
export function labelOf(element: Element): string {
  const words = ['aria-label', 'data-label', 'title'].map((name) =>
    short(attribute(element, name)),
  );
  words.push(columnOf(element));
  const found = words.some(Boolean) ? words : wordsAround(element);
  // A text with digits is a value itself, and no label.
  const labels = found.filter((each) => each.length < longest && !/\d{4}/.test(each));
  return labels.join(' ').trim();
}

/** The head of the column that an element stands in. */
function columnOf(element: Element): string {
  const cell = closest(element, 'td, [role=cell], [role=gridcell]');
  const row = cell && parentOf(cell);
  const table = row && closest(row, 'table, [role=table], [role=grid]');
  const head = table && Element.prototype.querySelector.call(table, 'tr, [role=row]');
  if (!head || head === row) return '';
  const above = head.children[Array.prototype.indexOf.call(row.children, cell)];
  return above?.matches('th, [role=columnheader]') ? short(textOf(above), 60) : '';
}

/** The texts before an element, or before what holds it. */
function wordsAround(element: Element): string[] {
  const found: string[] = [];
  let at: Element | null = element;
  for (let up = 0; at && up < 4 && tagOf(at) !== 'body'; up += 1) {
    const words = wordsBefore(at);
    if (words) return [...found, words];
    const beside = previousOf(at);
    if (beside && !/^(tr|li|script|style)$/.test(tagOf(beside))) {
      const text = short(textWithin(beside, longest * 4), longest);
      // Salesforce puts the labels of a record's header into paragraphs: a short one counts as a label.
      if (tagOf(beside) !== 'p' || (text.length <= longestParagraph && !/[.!?]$/.test(text)))
        found.push(text);
    }
    if (beside || /^(td|tr|li|p|dd)$/.test(tagOf(at))) break;
    at = parentOf(at) ?? hostOf(at);
  }
  return found;
}

/** The text right before an element: `Sales` in `Sales <a>…</a>`. */
function wordsBefore(element: Element): string {
  const before = beforeOf(element);
  return before && isText(before) ? short(textOf(before)?.slice(-longest)) : '';
}
