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
  'component-1': () => componentRecord('Dana Brandt', '+1 415 555 0132', '+1 415 555 0187'),
  'component-2': () => componentRecord('Emeka Obi', '+1 212 555 0143', '+1 212 555 0144'),
  'framed-1': () => framedRecord('+1 415 555 0132'),
  'framed-2': () => framedRecord('+1 212 555 0143'),
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

/**
 * A record as web components draw it: a table in a shadow root, in another shadow root, with names
 * drawn by lot on every page. The firm's own number stands first.
 */
function componentRecord(name: string, mobile: string, office: string): OddPage {
  const lot = (text: string) => `css-${text.length}k${text.charCodeAt(0)}x`;
  const body =
    rawHtml(`<h1>${name}</h1><p>Switchboard <a href="tel:+14155550100">+1 415 555 0100</a></p>
<crm-record data-record-id="003${name.length}AbC"></crm-record>
<script>
  const component = (name, html) => customElements.define(name, class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = html; }
  });
  component('crm-numbers', '<table class="${lot(name)}"><tr><th>Mobile</th><td><span data-field="mobile">${mobile}</span></td></tr><tr><th>Office</th><td><span id="ember${name.length}12" data-field="office">${office}</span></td></tr></table>');
  component('crm-record', '<section id="record-${name.length}77"><crm-numbers></crm-numbers></section>');
</script>`);
  return { title: name, body };
}

/** A record in a frame, as a console shows it beside other things, with the firm's number before it. */
function framedRecord(number: string): OddPage {
  const record = `<dl><dt>Mobile</dt><dd data-field="mobile">${number}</dd></dl>`;
  const body = rawHtml(`<h1>Console</h1><p>Switchboard +1 415 555 0100</p>
<iframe title="Record" width="600" height="200" srcdoc="${record.replaceAll('"', '&quot;')}"></iframe>`);
  return { title: 'Console', body };
}

/** A hundred thousand elements, a hundred deep in places, with one number among them. */
function hugePage(): Html {
  const deep = '<div>'.repeat(100) + '</div>'.repeat(100);
  const rows = '<p>Lorem <b>ipsum</b> <i>dolor</i> 123</p>'.repeat(33_000);
  return rawHtml(
    `<h1>Huge page</h1>${deep.repeat(10)}${rows}<p><a href="tel:+15550199888">+15550199888</a></p>`,
  );
}
