import { describe, expect, test } from 'vitest';
import { selectorCandidates } from './candidates.ts';
import type { ElementStep } from './element-steps.ts';

/** `tag name=value …`, with `@2` for the second of its tag. */
function step(text: string): ElementStep {
  const place = /@(\d+)$/.exec(text)?.[1];
  const [tag = '', ...attributes] = text
    .replace(/@\d+$/, '')
    .trim()
    .split(/ (?=[\w-]+=)/);
  return {
    tag,
    attributes: attributes.map((pair) => [
      pair.slice(0, pair.indexOf('=')),
      pair.slice(pair.indexOf('=') + 1),
    ]),
    place: Number(place ?? 1),
    alone: place === undefined,
  };
}

describe('the first selector to try', () => {
  test.each<[string, string[]]>([
    ['[data-testid="phone"]', ['span id=phone class=call data-testid=phone', 'main']],
    ['#phone', ['span id=phone class=call', 'main']],
    ['[id="sys_readonly.incident.phone"]', ['input id=sys_readonly.incident.phone', 'form']],
    ['[data-field="phone"]', ['span class=value data-field=phone', 'main']],
    ['[itemprop="telephone"]', ['span class=css-1dbjc4n itemprop=telephone', 'div']],
    ['.call', ['a class=call active mt-2 href=tel:+15550199888', 'div class=title']],
    ['a[href^="tel:"]', ['a class=sc-bdVaJa href=tel:+15550199888', 'div class=jss123']],
    ['[class*="Header_phone__"]', ['span class=Header_phone__3xYz9', 'div']],
    ['[field-label="Phone"]', ['records-item field-label=Phone', 'div']],
    ['crm-phone', ['crm-phone', 'crm-record']],
    ['[data-id="phone.fieldControl"]', ['input id=f47ac10b data-id=phone.fieldControl', 'div']],
    ['#details td', ['td', 'tr @3', 'tbody', 'table', 'section id=details']],
    ['[data-field="phone"] span', ['span class=css-1a2b3c', 'div data-field=phone', 'div']],
    ['[aria-label="Contact details"] span', ['span', 'div aria-label=Contact details']],
  ])('is %s', (expected, path) => {
    expect(selectorCandidates(path.map(step))[0]).toBe(expected);
  });
});

describe('never used', () => {
  const path = [
    'a id=ember1234 class=sc-bdVaJa is-open aria-label=Call +1 555 0100 data-record-id=003abc href=tel:+15550100 style=color:red title=Alice data-contact=20117',
    'div id=contact-20117 data-v-7ba5bd90=',
  ].map(step);
  const all = selectorCandidates(path).join('\n');

  test.each(['ember', 'bdVaJa', 'is-open', '555', '003abc', 'style', 'Alice', '20117', 'data-v'])(
    '%s',
    (part) => expect(all).not.toContain(part),
  );
});

test('where nothing has a name, the place among siblings is left', () => {
  const path = ['b @2', 'td @3', 'tr @7', 'tbody', 'table', 'body', 'html'].map(step);
  const candidates = selectorCandidates(path);
  expect(candidates).toContain(
    'html > body > table > tbody > tr:nth-of-type(7) > td:nth-of-type(3) > b:nth-of-type(2)',
  );
});

test('names come before places', () => {
  const path = ['td @2', 'tr @3', 'table class=contact', 'main'].map(step);
  const candidates = selectorCandidates(path);
  const byName = candidates.indexOf('.contact td');
  expect(byName).toBeGreaterThanOrEqual(0);
  expect(byName).toBeLessThan(
    candidates.indexOf('.contact > tr:nth-of-type(3) > td:nth-of-type(2)'),
  );
});

test('what a page could use to break out of a selector is escaped', () => {
  const all = selectorCandidates([step('p name=a"]\\b class=a:b data-x=ok"ok')]).join('\n');
  expect(all).not.toMatch(/[^\\]"[^\]]*"\]\S/);
  expect(selectorCandidates([step('x:y')])).toEqual(['x\\:y']);
});

test('a deep page gives no more than can be tried', () => {
  const path = Array.from({ length: 60 }, (_, at) =>
    step(`div class=part${'abcdefgh'[at % 8]} name=box @2`),
  );
  expect(selectorCandidates(path).length).toBeLessThanOrEqual(150);
});
