import { contacts } from './crm-contacts.ts';
import { type Html, html, rawHtml } from './html.ts';

/**
 * The CRM as a single-page application: `/crm/console`. Another record comes without a page load. In
 * the page, a test says how: `crm.open(2, { address, after, clears })`, which resolves when all is drawn.
 *
 * - `address`: what becomes of the page's address, at once: `'path'`, `'hash'` or `'none'`
 * - `after`: when each of `name`, `id`, `number`, `mobile` and `email` is drawn, in milliseconds
 * - `clears`: takes the record before away at once; else its parts stay until the new ones come
 *
 * `?lane=7` gives every customer a number of that lane's own, so that several tests can tell theirs apart;
 * `crm.log` says when which number was drawn, and when the address became whose.
 */
export function consoleBody(first: number): Html {
  return html`<h1>Console</h1>
<nav class="panel" aria-label="Records">${contacts.map(
    ({ id, name }) => html`<button type="button" data-open="${id}">${name}</button> `,
  )}</nav>
<section class="panel" id="record" aria-live="off"></section>
<p class="hint" id="clock">Ready</p>
<script>${rawHtml(`const contacts = ${asScript(contacts)}; const first = ${first};`)}
${rawHtml(program)}</script>`;
}

/** Data for a script: what could end the script element is written as an escape. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

const program = `
const lane = new URLSearchParams(location.search).get('lane');
for (const contact of lane ? contacts : []) {
  contact.phone &&= contact.phone.slice(0, -2) + lane.padStart(2, '0');
  contact.numbers = [];
}
const parts = {
  name: ({ name }) => '<h2>' + name + '</h2>',
  id: ({ customerId }) => '<p>Customer ID <b data-field="id">' + customerId + '</b></p>',
  number: ({ phone }) => phone ? '<p>Phone <a data-field="phone" href="tel:' + phone + '">' + phone + '</a></p>' : '<p>Phone –</p>',
  mobile: ({ numbers }) => '<p>Mobile <span data-field="mobile">' + (numbers.find(({ kind }) => kind === 'Mobile')?.text ?? '–') + '</span></p>',
  email: ({ email }) => '<p>E-mail <a href="mailto:' + email + '">' + email + '</a></p>',
};
const record = document.querySelector('#record');
const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
const crm = {
  log: [],
  async open(id, { address = 'path', after = {}, clears = false } = {}) {
    const contact = contacts.find((each) => each.id === id);
    if (address !== 'none') crm.log.push({ at: Date.now(), routed: id });
    if (address === 'path') history.pushState({}, '', '/crm/console/' + id);
    if (address === 'hash') history.pushState({}, '', '#/contacts/' + id);
    if (clears) record.replaceChildren();
    await Promise.all(Object.keys(parts).map(async (part) => {
      if (after[part]) await wait(after[part]);
      crm.draw(part, contact);
    }));
  },
  // Each part in an element of its own, made anew every time, as a framework does with another key.
  draw(part, contact) {
    const drawn = document.createElement('div');
    drawn.dataset.part = part;
    drawn.innerHTML = parts[part](contact);
    const before = record.querySelector('[data-part="' + part + '"]');
    if (before) before.replaceWith(drawn);
    else record.append(drawn);
    if (part === 'number') crm.log.push({ at: Date.now(), drawn: contact.id });
    if (part === 'name') document.title = contact.name + ' · Northbeam CRM';
  },
  // The same record in new elements, over and over.
  redraw(id) {
    const contact = contacts.find((each) => each.id === id);
    for (const part of Object.keys(parts)) crm.draw(part, contact);
  },
  // Another number in the element that is there.
  change(field, text) {
    const element = record.querySelector('[data-field="' + field + '"]');
    element.textContent = text;
    if (element.href) element.href = 'tel:' + text;
  },
  tick(every) {
    let count = 0;
    setInterval(() => { document.querySelector('#clock').textContent = 'Seconds: ' + (count += 1); }, every);
  },
};
document.addEventListener('click', ({ target }) => {
  const id = Number(target.dataset?.open);
  if (id) void crm.open(id);
});
addEventListener('popstate', () => {
  const id = Number(/(\\d+)$/.exec(location.href)?.[1] ?? first);
  void crm.open(id, { address: 'none' });
});
void crm.open(Number(/contacts\\/(\\d+)$/.exec(location.hash)?.[1] ?? first), { address: 'none' });
`;
