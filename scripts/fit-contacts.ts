/** A number with what a page calls it, and as it is written there. */
export interface LabelledNumber {
  label: string;
  written: string;
  e164: string;
}

/** How records show two numbers of one person. */
export const contactLayouts: readonly ((
  name: string,
  numbers: readonly LabelledNumber[],
) => string)[] = [
  (name, numbers) =>
    `<section class="record"><h1>${name}</h1><dl>${numbers.map(({ label, written }) => `<dt>${label}</dt><dd>${written}</dd>`).join('')}</dl></section>`,
  (name, numbers) =>
    `<table class="record"><tr><th>Name</th><td>${name}</td></tr>${numbers.map(({ label, written }) => `<tr><th>${label}</th><td>${written}</td></tr>`).join('')}</table>`,
  (name, numbers) =>
    `<div class="card"><h2>${name}</h2>${numbers.map(({ label, written, e164 }) => `<p>${label}: <a href="tel:${e164}">${written}</a></p>`).join('')}</div>`,
  (name, numbers) =>
    `<div class="record"><p>${name}</p>${numbers.map(({ label, written }) => `<p>${label}: ${written}</p>`).join('')}</div>`,
  (name, numbers) =>
    `<form class="record"><label>Name <input autocomplete="name" value="${name}"></label>${numbers.map(({ label, written }) => `<label>${label} <input type="tel" value="${written}"></label>`).join('')}</form>`,
];

/** Lists of firms, of which none is the one. */
export const listLayouts: readonly ((
  entries: readonly { name: string; written: string }[],
) => string)[] = [
  (entries) =>
    `<table><thead><tr><th>Account</th><th>Phone</th></tr></thead>${entries.map(({ name, written }) => `<tr><td>${name}</td><td>${written}</td></tr>`).join('')}</table>`,
  (entries) =>
    `<ul>${entries.map(({ name, written }) => `<li><b>${name}</b><br>${written}</li>`).join('')}</ul>`,
  (entries) =>
    entries
      .map(({ name, written }) => `<div class="card"><h3>${name}</h3><p>${written}</p></div>`)
      .join(''),
];

export const firmNames = [
  'Acme GmbH',
  'Globex Ltd',
  'Initech',
  'Umbrella SA',
  'Vandelay Industries',
  'Wayne Logistics',
];

/** Pages of a program that show no person. */
export const toolPages = [
  '<h1>Dashboard</h1><table><tr><th>Open</th><td>12</td></tr><tr><th>Closed</th><td>340</td></tr></table>',
  '<h1>Inbox</h1><p>No messages.</p>',
  '<h1>Settings</h1><form><label>Language <input value="English"></label></form>',
  '<h1>Welcome</h1><p>No open tickets.</p>',
  '<h1>Reports</h1><ul><li>Weekly</li><li>Monthly</li></ul>',
];
