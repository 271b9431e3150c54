import {
  attribute,
  closest,
  focusedElement,
  isVisible,
  nextOf,
  parentOf,
  previousOf,
  selectAll,
  short,
  tagOf,
  textOf,
} from './dom.ts';
import { namedBy, wordsBefore } from './label.ts';
import { partOf } from './place.ts';
import type { Reading } from './reading.ts';
import { sectionOf } from './section.ts';
import { numbersWithin, textWithin } from './text-within.ts';

const secret =
  /passw|one-time|\bcc-|card.?n|kreditkart|cv[vc]\b|\botp\b|\bpin\b|secret|token|\bssn\b|\biban\b/i;

/** Whether the label, the name or the autofill type of an input says that its value is secret. */
export function isSecret(words: string): boolean {
  return secret.test(words);
}

const longest = 500;

type Input = HTMLInputElement & { selectedOptions?: ArrayLike<Element> };

/** Reads the values of inputs, and the selected text in the one with the focus. Leaves out hidden and secret ones. */
export function readInputs(reading: Reading, roots: readonly Node[]): void {
  const focused = focusedElement();
  reading.eachElement(roots, ['input', 'select', 'textarea'], (element) => {
    const input = element as Input;
    const chosen = input.selectedOptions?.[0];
    const value = chosen ? short(textOf(chosen)) : heldBy(input);
    if (!reading.mayHold(value)) return;
    const name = namesOf(input);
    const called = labelOf(input);
    const code = dialCodeBeside(input, `${name} ${called}`);
    const label = called === code ? code : `${called} ${code}`.trim();
    if (!/^(text|tel|email|search|url|number|textarea|select-one|radio)$/.test(input.type)) return;
    if (isSecret(name) || isSecret(label) || !isVisible(input)) return;
    const hasFocus = input === focused;
    const place = hasFocus ? 'focus' : 'main';
    if (value.length <= longest)
      reading.tell('input', value, { name, label, place, ...partOf(input) });
    else {
      reading.leaveOut('long-text');
      for (const text of numbersWithin(value))
        if (!text.includes('@')) reading.tell('text', text, { label, place });
    }
    if (!hasFocus || chosen) return;
    const selected = value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0);
    reading.tell('selection', selected, { label, place: 'selection' });
  });
}

/**
 * What an input holds: for a chosen radio button what stands beside it; for the first part of a number, which has an
 * input for each part, the parts together.
 */
function heldBy(input: Input): string {
  if (input.type === 'radio') {
    const beside = input.labels?.[0] ?? closest(input, 'tr, li');
    return input.checked && beside ? textWithin(beside, longest) : '';
  }
  if (!isPart(input)) return input.value;
  if (isPart(previousOf(input))) return '';
  const parts: string[] = [];
  for (let at: Element | null = input; at && isPart(at); at = nextOf(at))
    parts.push((at as Input).value);
  return parts.join(' ');
}

function isPart(element: Element | null): boolean {
  return (
    element !== null && tagOf(element) === 'input' && /^\d{2,8}$/.test((element as Input).value)
  );
}

function namesOf(input: Element): string {
  const keys = ['autocomplete', 'type', 'inputmode', 'name', 'id'];
  return short(keys.map((key) => attribute(input, key) ?? '').join(' '));
}

/** The country code that stands before a telephone number, or that the person chose in a list there: `+49`; else empty. */
function dialCodeBeside(input: Element, words: string): string {
  if (!/\b(?:tel|phone|mobile)/i.test(words)) return '';
  const holder = parentOf(input);
  const beside = previousOf(input) ?? (holder && previousOf(holder));
  if (!beside) return '';
  const select = tagOf(beside) === 'select' ? beside : selectAll(beside, 'select')[0];
  const chosen = (select as Input | undefined)?.selectedOptions?.[0];
  const titled = [...selectAll(beside, '[title*="+"]')].map((one) => attribute(one, 'title'));
  const said = chosen
    ? `${textOf(chosen)} ${attribute(chosen, 'value')}`
    : `${short(textWithin(beside, 200))} ${titled.slice(0, 3).join(' ')}`;
  const codes = new Set(said.match(/\+\d{1,3}(?![\d\s().-]*\d)/g));
  const [code = ''] = codes;
  return codes.size === 1 ? code : '';
}

function labelOf(input: Input): string {
  let beside = previousOf(input);
  const chosen = beside && (beside as Input).selectedOptions?.[0];
  const kind = chosen ? short(textOf(chosen), 60) : '';
  // A list before the input labels it where it says "Mobile", but not where it says a country.
  if (chosen && beside) beside = previousOf(beside);
  if (input.type === 'radio') return sectionOf(input);
  return (
    (input.labels?.[0] && short(textOf(input.labels[0]))) ||
    namedBy(input) ||
    short(attribute(input, 'aria-label') ?? attribute(input, 'placeholder')) ||
    (kind.includes('+') ? '' : kind) ||
    wordsBefore(input).replace(/^\P{L}+$/u, '') ||
    (beside && tagOf(beside) !== 'input' ? short(textOf(beside), 60) : '')
  );
}
