import {
  attribute,
  beforeOf,
  closest,
  firstOf,
  hostOf,
  nextOf,
  ownTextOf,
  parentOf,
  previousOf,
  rootOf,
  selectAll,
  short,
  tagOf,
  textOf,
} from './dom.ts';
import { textWithin } from './text-within.ts';

const longest = 70;
const longestParagraph = 24;

/** The words that label an element: its own attributes, the head of its column, or what stands before it; else empty. */
export function labelOf(element: Element): string {
  const words = [...ownWords(element), namedBy(element), columnOf(element)];
  const found = words.some(Boolean) ? words : [wordsAround(element)];
  // A text with digits is a value itself, and no label.
  const labels = found.filter((each) => each.length < longest && !/\d{4}/.test(each));
  return labels.join(' ').trim();
}

/** The words in the attributes of an element, and of one in it that shows all of its text. */
function ownWords(element: Element): string[] {
  const own = ['aria-label', 'data-label', 'title'].map((name) => short(attribute(element, name)));
  const inner = firstOf(element);
  const isAll = inner && short(textOf(inner)) === short(textOf(element));
  return isAll ? [...own, ...ownWords(inner)] : own;
}

/** The head of the column that an element stands in. */
function columnOf(element: Element): string {
  const cell = closest(element, 'td, [role=cell], [role=gridcell]');
  const row = cell && parentOf(cell);
  const table = row && closest(row, 'table, [role=table], [role=grid]');
  const head = table && Element.prototype.querySelector.call(table, 'tr, [role=row]');
  if (!head || head === row) return '';
  const above = head.children[Array.prototype.indexOf.call(row.children, cell)];
  return above?.matches('th, [role=columnheader]') ? short(textOf(above)) : '';
}

/** The text before an element, or before what holds it. */
function wordsAround(element: Element): string {
  let at: Element | null = element;
  for (let up = 0; at && up < 4 && tagOf(at) !== 'body'; up += 1) {
    const words = wordsBefore(at);
    if (words) return words;
    const beside = previousOf(at);
    if (beside && !/^(tr|li|script|style|h1)$/.test(tagOf(beside))) {
      const text = short(textWithin(beside, longest * 4), longest);
      // Salesforce puts the labels of a record's header into paragraphs: a short one counts as a label.
      if (tagOf(beside) !== 'p' || (text.length <= longestParagraph && !/[.!?]$/.test(text)))
        return text;
    }
    if (beside || /^(td|tr|li|p|dd)$/.test(tagOf(at))) break;
    at = parentOf(at) ?? hostOf(at);
  }
  return '';
}

/** The words of the elements that an element names as its label; empty where it names none. */
export function namedBy(element: Element): string {
  const ids = attribute(element, 'aria-labelledby')?.match(/\S+/g);
  const named = ids?.map((id) => `#${CSS.escape(id)}`).join();
  const found = named ? [...selectAll(rootOf(element), named)] : [];
  return found.map((one) => short(textOf(one))).join(' ');
}

/**
 * The few words right behind an element, in its line or in the next cell: "Invalid", "(mobile)", "Preferred: Yes" with
 * the head of its column. Empty where more stands there, or the label of something else.
 */
export function noteBehind(element: Element): string {
  const next = nextOf(element);
  const holder = parentOf(element);
  if (!next && holder && /^(td|span)$|-/.test(tagOf(holder))) return noteBehind(holder);
  const isLabel = next && /^(label|dt|th|input)$/.test(tagOf(firstOf(next) ?? next));
  const words = isLabel ? '' : short(next && textOf(next), 40);
  const head = next && columnOf(next);
  return /^[\p{L} ()'’✓]{1,30}$/u.test(words) ? (head ? `${head}: ${words}` : words) : '';
}

/** The text right before an element: `Sales` in `Sales <a>…</a>`. */
export function wordsBefore(element: Element): string {
  return short(ownTextOf(beforeOf(element)).slice(-longest));
}
