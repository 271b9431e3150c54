import { type Html, html, rawHtml } from './html.ts';

interface OddPage {
  title: string;
  body: Html;
}

/** Pages of the CRM that are there for tests: `/crm/pages/<name>`. */
const pages: Readonly<Record<string, () => OddPage>> = {
  'no-number': () => ({
    title: 'Reports',
    body: html`<h1>Reports</h1><p>Sales rose in spring. There is no phone number on this page.</p>`,
  }),
  'text-number': () => ({
    title: 'Inbox',
    body: html`<h1>Inbox</h1>
<article class="panel"><h2>Message from the web form</h2>
<p id="message">Please call me back at <span id="number">+1 415 555 2671</span> before noon.
My order is <span id="order">A-1102</span>.</p>
<p><a id="link" href="tel:+15550199888">Call the sender</a></p></article>`,
  }),
  'many-numbers': () => ({
    title: 'Phone list',
    body: html`<h1>Phone list</h1>
<table class="panel"><tbody>${Array.from(
      { length: 2000 },
      (_, index) =>
        html`<tr><td>Extension ${index}</td><td>+1 415 555 ${String(index).padStart(4, '0')}</td></tr>`,
    )}</tbody></table>`,
  }),
  hostile: () => ({ title: '"><script>throw 1</script>', body: hostileMarkup() }),
  huge: () => ({ title: 'Huge page', body: hugePage() }),
};

/** A page by its name, if there is one. */
export function oddPage(name: string): OddPage | undefined {
  return Object.hasOwn(pages, name) ? pages[name]?.() : undefined;
}

/**
 * Markup that bites programs which read pages carelessly: names that shadow the document's and the
 * prototype's own, getters and built-ins that lie, links that are no numbers.
 */
function hostileMarkup(): Html {
  return rawHtml(`<h1>Hostile page</h1>
<form id="body" name="__proto__"><input name="querySelectorAll" value="clobbered">
<input name="attributes"><input name="children"><input name="textContent"></form>
<img name="title" alt=""><img name="documentElement" alt=""><img name="getSelection" alt="">
<img id="constructor" name="constructor" alt=""><div id="__proto__" data-field="__proto__">polluted</div>
<table><tr><th>__proto__</th><td>polluted</td></tr><tr><th>constructor</th><td>polluted</td></tr></table>
<a href="tel:%00%ff">broken</a><a href="tel:javascript:alert(1)">script</a>
<a href="tel:${'9'.repeat(5000)}">long</a><a href="tel:+15550199888">+15550199888</a>
<p>&lt;img src=x onerror=alert(1)&gt; \u202e\u0000\ud83d {{customerNumber}}</p>
<script>
Object.defineProperty(HTMLAnchorElement.prototype, 'href', { get() { throw new Error('hostile') } });
Object.defineProperty(Node.prototype, 'textContent', { get() { throw new Error('hostile') } });
Array.prototype.map = function () { throw new Error('hostile') };
JSON.stringify = function () { throw new Error('hostile') };
String.prototype.trim = function () { throw new Error('hostile') };
</script>`);
}

/** A hundred thousand elements, a hundred deep in places, with one number among them. */
function hugePage(): Html {
  const deep = '<div>'.repeat(100) + '</div>'.repeat(100);
  const rows = '<p>Lorem <b>ipsum</b> <i>dolor</i> 123</p>'.repeat(33_000);
  return rawHtml(
    `<h1>Huge page</h1>${deep.repeat(10)}${rows}<p><a href="tel:+15550199888">+15550199888</a></p>`,
  );
}
