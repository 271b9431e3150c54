import { consoleBody } from './crm-console.ts';
import { type Contact, contacts } from './crm-contacts.ts';
import { oddPage } from './crm-odd-pages.ts';
import { crmStyle } from './crm-style.ts';
import { type Answer, htmlPage } from './exchange.ts';
import { type Html, html, page } from './html.ts';

const product = 'Northbeam CRM';

/** A page of the sample CRM, or its "not found". */
export function crmPage(path: string): Answer {
  if (/^\/crm(\/contacts)?\/?$/.test(path)) return shell('Contacts', contactList());
  const id = /^\/crm\/contacts\/(\d+)\/?$/.exec(path)?.[1];
  const contact = contacts.find((candidate) => String(candidate.id) === id);
  if (contact) return shell(contact.name, contactPage(contact));
  const [isConsole, first = '1'] = /^\/crm\/console(?:\/(\d+))?$/.exec(path) ?? [];
  if (isConsole) return shell('Console', consoleBody(Number(first)));
  // A page that never finishes loading, and one that loads itself anew, ten times a second.
  const [alice] = contacts;
  if (alice && path === '/crm/pages/endless') {
    return { ...shell(alice.name, contactPage(alice)), isEndless: true };
  }
  if (alice && path === '/crm/pages/reloading') return shell(alice.name, reloading(alice));
  const odd = oddPage(/^\/crm\/pages\/([\w-]+)$/.exec(path)?.[1] ?? '');
  if (odd) return shell(odd.title, odd.body);
  return shell('Not found', html`<h1>There is no such page</h1>`, 404);
}

function shell(title: string, body: Html, status = 200): Answer {
  return htmlPage(
    page({
      title: `${title} · ${product}`,
      style: crmStyle,
      body: html`<header>
<a class="logo" href="/crm/"><span aria-hidden="true">◆</span> ${product}</a>
<nav aria-label="Main"><a href="/crm/" aria-current="page">Contacts</a>
<a href="/crm/console">Console</a> <a href="/crm/pages/no-number">Reports</a> <a href="/crm/pages/text-number">Inbox</a></nav>
</header>
<main>${body}</main>`,
    }),
    status,
  );
}

function contactList(): Html {
  return html`<h1>Contacts</h1>
<p class="hint">${contacts.length} contacts, sorted by name</p>
<table class="panel">
<thead><tr><th>Name</th><th>Company</th><th>City</th><th>Phone</th><th>Customer since</th></tr></thead>
<tbody>${contacts.map(
    ({ id, name, company, city, phone, since }) => html`<tr>
<td><a href="/crm/contacts/${id}">${name}</a></td><td>${company}</td><td>${city}</td>
<td>${phone === undefined ? '–' : html`<a href="tel:${phone}">${phone}</a>`}</td><td>${since}</td>
</tr>`,
  )}</tbody>
</table>`;
}

function contactPage(contact: Contact): Html {
  const { name, role, company, phone, email, note } = contact;
  return html`<p class="hint"><a href="/crm/">Contacts</a> / ${contact.customerId}</p>
<div class="title">
<span class="avatar" aria-hidden="true">${name.charAt(0)}</span>
<div><h1>${name}</h1><p class="hint">${role}, ${company}</p></div>
${phone === undefined ? undefined : html`<a class="call" href="tel:${phone}">${phone}</a>`}
</div>
<div class="columns">
<section class="panel" aria-labelledby="details"><h2 id="details">Details</h2>
<table><tbody>
${row('Customer ID', contact.customerId)}
<tr><th scope="row">E-mail</th><td><a href="mailto:${email}">${email}</a></td></tr>
${contact.numbers.map(({ kind, text }) => row(kind, text))}
${row('City', contact.city)}
${row('Customer since', contact.since)}
</tbody></table></section>
<section class="panel" aria-labelledby="note"><h2 id="note">Log an activity</h2>
<p>${note}</p>
<form action="/crm/contacts/${contact.id}">
<label>Subject <input name="subject" value="Follow-up"></label>
<label>Customer ID <input name="customerId" value="${contact.customerId}" readonly></label>
<label>Type <select name="type"><option>Call</option><option>E-mail</option><option>Visit</option></select></label>
<label>Note <textarea name="note" rows="3"></textarea></label>
<button>Save</button>
</form></section>
</div>
<section class="panel" aria-labelledby="orders"><h2 id="orders">Orders</h2>${orderTable(contact)}</section>`;
}

function reloading(contact: Contact): Html {
  return html`${contactPage(contact)}<script>setTimeout(() => location.reload(), 100)</script>`;
}

function orderTable({ orders }: Contact): Html {
  if (orders.length === 0) return html`<p class="hint">No orders yet</p>`;
  return html`<table>
<thead><tr><th>Order number</th><th>Item</th><th>Total</th><th>State</th></tr></thead>
<tbody>${orders.map(
    ({ number, item, total, state }) => html`<tr><td>${number}</td><td>${item}</td><td>${total}</td>
<td><span class="state ${state.toLowerCase()}">${state}</span></td></tr>`,
  )}</tbody></table>`;
}

function row(name: string, text: string): Html {
  return html`<tr><th scope="row">${name}</th><td>${text}</td></tr>`;
}
