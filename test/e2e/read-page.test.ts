import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageContext } from '../../src/core/page/context.ts';
import type { ReadingClues } from '../../src/core/page/snapshot.ts';
import { longPage } from '../bench/long-page.ts';
import { cpuTimeOf } from '../harness/cpu-time.ts';
import { openReader, type ReaderStage } from '../harness/reader.ts';

let reader: ReaderStage;

beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

describe('what the person points at', () => {
  const table =
    '<table><tr><td>Tel (415) 555-0132</td><td id=two>Tel (415) 555-0187</td></tr></table>';

  test('a selection wins over everything else on the page', async () => {
    await reader.open(`<a href="tel:+14155550100">Call</a>${table}`);
    await reader.page.evaluate(() =>
      getSelection()?.selectAllChildren(document.getElementById('two') as Node),
    );
    const { fields } = await reader.context();
    expect(fields.customerNumber?.best).toMatchObject({
      value: '+14155550187',
      certainty: 'certain',
    });
    expect(fields.selection?.best.value).toBe('Tel (415) 555-0187');
  });

  test('so does a selection inside a shadow root', async () => {
    await reader.open('<a href="tel:+14155550100">Call</a><div id=host></div>');
    await reader.page.evaluate(() => {
      const root = (document.getElementById('host') as Element).attachShadow({ mode: 'open' });
      root.innerHTML = '<p>(415) 555-0132</p><p id=two>(415) 555-0187</p>';
      getSelection()?.selectAllChildren(root.getElementById('two') as Node);
    });
    const { fields } = await reader.context();
    expect(fields.customerNumber?.best.value).toBe('+14155550187');
  });

  test('and what the context menu was opened on', async () => {
    expect(await numberOn(table, { selectionText: '415 555 0199' })).toBe('+14155550199');
    expect(await numberOn(table, { linkUrl: 'tel:+14155550198' })).toBe('+14155550198');
  });

  test('a part of an input that is selected', async () => {
    await reader.open(
      `${table}<input id=note value="call 415 555 0177 or 415 555 0178" autofocus>`,
    );
    await reader.page.evaluate(() =>
      (document.getElementById('note') as HTMLInputElement).setSelectionRange(21, 33),
    );
    const { fields } = await reader.context();
    expect(fields.customerNumber?.best.value).toBe('+14155550178');
  });
});

describe('site rules', () => {
  const rule = (selector: string, attribute?: string) => ({
    selectors: [{ field: 'customerId', selector, attribute }],
  });
  const found = async (clues: ReadingClues) =>
    (await reader.snapshot(clues)).facts
      .filter(({ kind }) => kind === 'site-rule')
      .map(({ value }) => value);

  test('read an element, an attribute, and through shadow roots and frames', async () => {
    await reader.open(
      '<p id=a data-id=K1>Text</p><div id=host></div><iframe srcdoc="<b id=c>Framed</b>"></iframe>',
    );
    await reader.page.evaluate(() => {
      const root = (document.getElementById('host') as Element).attachShadow({ mode: 'open' });
      root.innerHTML = '<i id=b>Shadowed</i>';
    });
    expect(await found(rule('#a'))).toEqual(['Text']);
    expect(await found(rule('#a', 'data-id'))).toEqual(['K1']);
    expect(await found(rule('#host >>> #b'))).toEqual(['Shadowed']);
    expect(await found(rule('iframe >>> #c'))).toEqual(['Framed']);
    expect(await found(rule('#none'))).toEqual([]);
  });

  test('whose selector is none, or means a password, give nothing and cost nothing else', async () => {
    await reader.open('<input id=p type=password value=secret><a href="tel:+14155550132">Call</a>');
    expect(await found(rule('##'))).toEqual([]);
    expect(await found(rule('#p'))).toEqual([]);
    expect((await reader.snapshot(rule('##'))).facts.some(({ kind }) => kind === 'link')).toBe(
      true,
    );
  });
});

test.each(['visibility: hidden', 'opacity: 0'])(
  'a page that is out of sight as a whole (%s) is still to be shown, and is read; a part of it is not',
  async (style) => {
    await reader.open(
      `<style>body, .part { ${style} }</style><p>Tel (415) 555-0132</p><p hidden>Mobile (415) 555-0187</p>`,
    );
    const { fields } = await reader.context();
    expect(fields.customerNumber).toMatchObject({ best: { value: '+14155550132' }, others: [] });
    await reader.open(
      `<style>.part { ${style} }</style><p>Tel (415) 555-0132</p><p class=part>Mobile (415) 555-0187</p>`,
    );
    expect((await reader.context()).fields.customerNumber?.best.value).toBe('+14155550132');
  },
);

test('a row of a list says how the rows beside it begin', async () => {
  await reader.open(
    '<table><tr><th>Name<th>Phone</tr><tr><td>Ann Example<td></tr><tr><td>Bob Stone<td>(415) 555-0132</tr></table>',
  );
  const { customerNumber } = (await reader.context()).fields;
  expect(customerNumber).toMatchObject({
    filled: false,
    best: { value: '+14155550132', source: { person: 'Bob Stone' } },
  });
});

test('a reader that is given an address reads the page at no other', async () => {
  await reader.open('<title>Alice Martin</title><a href="tel:+15550199888">Call</a>');
  const at = reader.page.url();
  expect((await reader.read({ at })).facts).not.toEqual([]);
  const elsewhere = await reader.read({ at: `${at}#2` });
  expect(elsewhere).toEqual({ url: at, title: '', language: '', complete: false, facts: [] });
});

test('a page of 5,000 elements costs a bounded number of looks, and one of 20,000 no more for each element', async () => {
  await reader.open(longPage(5_000));
  const work = await reader.work();
  expect(work.getComputedStyle).toBeLessThan(2_500);
  expect(work.getBoundingClientRect).toBeLessThan(2_500);
  expect(work.closest).toBeLessThan(2_500);
  expect(work.querySelectorAll).toBeLessThan(150);
  await reader.open(longPage(20_000));
  for (const [name, calls] of Object.entries(await reader.work()))
    expect(calls, name).toBeLessThan((work[name] ?? 0) * 4.5 + 20);
});

describe('hostile pages', () => {
  const link = '<a href="tel:+14155550132">Call</a>';
  const cases: Record<string, string> = {
    'clobbered document': `<img name=body><img name=title><form name=querySelectorAll></form><img name=createTreeWalker><img name=activeElement><img name=documentElement>${link}`,
    'clobbered form': `<form><input name=attributes><input name=children><input name=parentElement><input name=closest><input name=getAttribute><input name=localName><input name=textContent>${link}</form>`,
    'getters that throw': `<script>for (const name of ['textContent','localName','shadowRoot']) Object.defineProperty(Element.prototype, name, { get() { throw 1; } }); Object.defineProperty(Array.prototype, 'map', { value() { throw 1; } });</script>${link}`,
    'endless mutation': `<script>setInterval(() => { for (let i = 0; i < 100; i++) document.body?.prepend('x'); }, 1);</script>${link}`,
    'a line of a million characters': `${link}<p>${'1 '.repeat(250_000)}${'(('.repeat(125_000)}${'a@'.repeat(125_000)}</p>`,
    'a megabyte of digits in one text': `${link}<p>${'1234567890'.repeat(100_000)}</p>`,
    'labels of ten thousand characters': `${link}<dl>${`<dt>${'phone '.repeat(2_000)}</dt><dd>030 1234567</dd>`.repeat(20)}</dl><p aria-label="${'tel '.repeat(2_500)}">x</p>`,
    'deeply nested elements': `${link}${'<div>'.repeat(5_000)}deep`,
    'many frames': `${link}${'<iframe srcdoc="<iframe srcdoc=1></iframe>"></iframe>'.repeat(30)}`,
    'nested shadow roots': `${link}<div id=r></div><script>let at = document.getElementById('r'); for (let i = 0; i < 1000; i++) { const s = at.attachShadow({ mode: 'open' }); s.innerHTML = '<div></div>'; at = s.firstChild; }</script>`,
    'JSON-LD with __proto__ and a thousand levels': `<script type="application/ld+json">{"__proto__":{"telephone":"1"},"constructor":{"prototype":{}}}</script><script type="application/ld+json">${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}</script>${link}`,
  };

  test.each(Object.entries(cases))('%s: the number is found in time', async (_, html) => {
    await reader.open(html);
    const started = performance.now();
    const { fields } = await reader.context();
    expect(fields.customerNumber?.best.value).toBe('+14155550132');
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test('of 10,000 telephone links the first are read, and the snapshot says that it is not complete', async () => {
    const links = Array.from({ length: 10_000 }, (_, at) => {
      const digits = `+1415555${String(at).padStart(4, '0')}`;
      return `<a href="tel:${digits}">${digits}</a>`;
    });
    await reader.open(links.join(' '));
    const snapshot = await reader.snapshot();
    const understood = async () => pageContext(snapshot, { defaultCountry: 'US' });
    expect(await cpuTimeOf(understood)).toBeLessThan(500);
    const { fields, complete, unread } = await understood();
    expect(fields.customerNumber?.best.value).toBe('+14155550000');
    expect([complete, unread]).toEqual([false, ['limit']]);
  });

  test('secrets are never read', async () => {
    await reader.open(`<input type=password value=4155550001><input type=hidden value=4155550002><input autocomplete=one-time-code value=4155550003>
      <input autocomplete="section-a cc-number" value=4155550004><label>Card number <input value=4155550005></label><input name=cvv value=4155550006>
      <input style="display:none" type=tel value=4155550007>`);
    expect(JSON.stringify(await reader.snapshot())).not.toContain('415555');
  });
});

async function numberOn(html: string, clues: ReadingClues): Promise<string | undefined> {
  await reader.open(html);
  const { fields } = await reader.context(clues);
  return fields.customerNumber?.best.value;
}
