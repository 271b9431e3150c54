import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';
import { isSelector } from '../../src/core/policy/selector.ts';

const selectors = [
  '.a',
  '#b > c',
  'a:has(> b)',
  'a:has(+ b c)',
  '[x=y]',
  '[x="y" i]',
  'a[',
  'a..b',
  '',
  '>a',
  'a >',
  'a,,b',
  'a:nth-child(2n+1 of .x)',
  'a:not()',
  'a:contains(x)',
  '*|a',
  '#1a',
  '.1a',
  '\\31 a',
  '@media',
  'a{',
  'a:lang(de)',
  'a:dir(rtl)',
  'a!b',
  'a:nth-child(foo)',
  'a:where(.b, c) d',
  'div p:first',
  'a[href^=tel:]',
  'a[href^="tel:"]',
  '[data-x=5]',
  'a:not(.b,.c)',
  'a /* c */ b',
  'td:contains("Phone")+td',
  '.phone,',
  '(a)',
  'a:nth-child( 2 )',
  'a:nth-child(odd)',
  '.größe',
  '.a\\:b',
  '[data-testid="x"] span:nth-of-type(2)',
  'input:checked',
  "[x='y']",
  'a  ,  b',
  '.-a',
  '.--a',
  '.-1',
  'a:visible',
  'a:eq(1)',
  'a:selected',
  '$(a)',
  '//a[@href]',
  'a:is(b, c)',
  'a:hover',
  'a:first-child ~ b',
  'a.b#c[d]',
  'a:read-only',
  '.a.',
  '# b',
  'a#',
];

test('a selector that check-policy refuses is one that the browser refuses, and the other way round', async () => {
  const executablePath = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    const taken = await page.evaluate(
      (all) =>
        all.filter((each) => {
          try {
            document.querySelector(each);
            return true;
          } catch {
            return false;
          }
        }),
      selectors,
    );
    expect(selectors.filter(isSelector)).toEqual(taken);
    expect(taken.length).toBeGreaterThan(20);
  } finally {
    await browser.close();
  }
});
