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
const shortest = 24;

/** What stands beside an element, or above it in a table, and says what it is; empty if nothing. */
export function labelOf(element: Element): string {
  const words = ['aria-label', 'data-label', 'title'].map((name) =>
    short(attribute(element, name)),
  );
  words.push(columnOf(element));
  const known = words.some(Boolean) ? words : besides(element);
  // What has digits is a value itself.
  const said = known.filter((each) => each.length < longest && !/\d{4}/.test(each));
  return said.join(' ').trim();
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

/** What comes before an element, or before what holds it. */
function besides(element: Element): string[] {
  const found: string[] = [];
  let at: Element | null = element;
  for (let up = 0; at && up < 4 && tagOf(at) !== 'body'; up += 1) {
    const words = wordsBefore(at);
    if (words) return [...found, words];
    const beside = previousOf(at);
    if (beside && !/^(tr|li|script|style)$/.test(tagOf(beside))) {
      const said = short(textWithin(beside, longest * 4), longest);
      // A paragraph is a label where it is as short as one: so Salesforce heads a record.
      if (tagOf(beside) !== 'p' || (said.length <= shortest && !/[.!?]$/.test(said)))
        found.push(said);
    }
    if (beside || /^(td|tr|li|p|dd)$/.test(tagOf(at))) break;
    at = parentOf(at) ?? hostOf(at);
  }
  return found;
}

/** The text right before an element, as `Sales` in `Sales <a>…</a>`. */
function wordsBefore(element: Element): string {
  const before = beforeOf(element);
  return before && isText(before) ? short(textOf(before)?.slice(-longest)) : '';
}
