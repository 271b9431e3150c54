import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from './html.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

async function open(path: string): Promise<string> {
  return (await fetch(new URL(path, sandbox.crmUrl))).text();
}

describe('the sample CRM', () => {
  test('has a console that shows any record without a page load', async () => {
    const page = await open('console/2');
    expect(page).toContain('Bruno Keller');
    expect(page).toContain('const first = 2;');
    expect(page).not.toMatch(/<script>[^<]*<(?!\/script>)[^<]*"name":"/);
    expect((await fetch(new URL('console/two', sandbox.crmUrl))).status).toBe(404);
  });

  test('lists its contacts', async () => {
    expect(await open('.')).toContain('<a href="/crm/contacts/1">Alice Martin</a>');
  });

  test('shows a contact with a number to call and others in a table', async () => {
    const page = await open('contacts/1');
    expect(page).toContain('href="tel:+15550199888"');
    expect(page).toContain('<th scope="row">Mobile</th><td>+1 415 555 2671</td>');
    expect(page).toContain('C-20117');
  });

  test('has a contact without any number', async () => {
    expect(await open('contacts/4')).not.toMatch(/tel:|\+\d/);
  });

  test.each([
    ['pages/no-number', 'Reports'],
    ['pages/text-number', '+1 415 555 2671'],
    ['pages/many-numbers', '+1 415 555 1999'],
    ['pages/hostile', 'id="__proto__"'],
    ['pages/huge', 'tel:+15550199888'],
  ])('has the odd page %s', async (path, text) => {
    expect(await open(path)).toContain(text);
  });

  test('has a page of a hundred thousand elements', async () => {
    expect((await open('pages/huge')).split(/<[a-z]/).length).toBeGreaterThan(100_000);
  });

  test.each(['contacts/99', 'pages/__proto__', 'pages/nothing'])('has no page %s', async (path) => {
    expect((await fetch(new URL(path, sandbox.crmUrl))).status).toBe(404);
  });

  test('is also reached as localhost', async () => {
    const url = sandbox.crmUrl.replace('127.0.0.1', 'localhost');
    expect((await fetch(url)).status).toBe(200);
  });
});

test('what is put into a page is escaped', () => {
  const name = '<img src=x onerror="alert(1)"> & co';
  expect(html`<b title="${name}">${[html`<i>${1}</i>`]}</b>`.html).toBe(
    '<b title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; co"><i>1</i></b>',
  );
});
