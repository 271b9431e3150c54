/** What pages of a country call things. */
export interface Words {
  language: string;
  phone: string;
  mobile: string;
  fax: string;
  order: string;
  customer: string;
  company: string;
  hotline: string;
}

const words = (
  language: string,
  phone: string,
  mobile: string,
  fax: string,
  order: string,
  customer: string,
  company: string,
  hotline: string,
): Words => ({ language, phone, mobile, fax, order, customer, company, hotline });

/** By ISO 3166. */
export const countries: Readonly<Record<string, Words>> = {
  US: words(
    'en-US',
    'Phone',
    'Cell',
    'Fax',
    'Order no.',
    'Account number',
    'Company phone',
    'Support hotline',
  ),
  GB: words(
    'en-GB',
    'Telephone',
    'Mobile',
    'Fax',
    'Order number',
    'Customer number',
    'Head office',
    'Helpline',
  ),
  AU: words(
    'en-AU',
    'Phone',
    'Mobile',
    'Fax',
    'Invoice',
    'Customer no.',
    'Reception',
    'Customer service',
  ),
  IN: words(
    'en-IN',
    'Phone',
    'Mob',
    'Fax',
    'Order ID',
    'Customer ID',
    'Office reception',
    'Customer care',
  ),
  DE: words(
    'de',
    'Telefon',
    'Handy',
    'Fax',
    'Bestellnr.',
    'Kundennummer',
    'Firma Telefon',
    'Hotline',
  ),
  AT: words(
    'de-AT',
    'Tel.',
    'Mobil',
    'Telefax',
    'Auftrag',
    'Kundennr.',
    'Zentrale',
    'Servicehotline',
  ),
  CH: words(
    'de-CH',
    'Telefon',
    'Natel',
    'Fax',
    'Rechnung',
    'Kunden-Nr.',
    'Zentrale',
    'Kundendienst',
  ),
  FR: words(
    'fr',
    'Téléphone',
    'Portable',
    'Télécopie',
    'Commande',
    'N° client',
    'Standard accueil',
    'Service client',
  ),
  ES: words(
    'es',
    'Teléfono',
    'Móvil',
    'Fax',
    'Pedido',
    'Código cliente',
    'Centralita',
    'Atención al cliente',
  ),
  MX: words(
    'es-MX',
    'Tel.',
    'Celular',
    'Fax',
    'Pedido',
    'Número de cliente',
    'Recepción',
    'Soporte',
  ),
  IT: words(
    'it',
    'Telefono',
    'Cellulare',
    'Fax',
    'Ordine',
    'Codice cliente',
    'Centralino',
    'Assistenza',
  ),
  BR: words('pt-BR', 'Telefone', 'Celular', 'Fax', 'Pedido', 'Código', 'Recepção', 'SAC'),
  NL: words(
    'nl',
    'Telefoon',
    'Mobiel',
    'Fax',
    'Bestelnummer',
    'Klantnummer',
    'Receptie',
    'Klantenservice',
  ),
  SE: words('sv', 'Telefon', 'Mobil', 'Fax', 'Ordernummer', 'Kundnummer', 'Växel', 'Kundtjänst'),
  PL: words(
    'pl',
    'Telefon',
    'Komórka',
    'Faks',
    'Zamówienie',
    'Numer klienta',
    'Firma tel.',
    'Infolinia',
  ),
  TR: words(
    'tr',
    'Telefon',
    'Cep telefonu',
    'Faks',
    'Sipariş',
    'Müşteri no',
    'Şirket telefon',
    'Müşteri hizmetleri',
  ),
  JP: words('ja', '電話番号', '携帯', 'FAX', '注文番号', '会員番号', '代表電話', 'お客様相談電話'),
  KR: words('ko', '전화번호', '휴대폰', '팩스', '주문번호', '고객번호', '대표전화', '고객센터'),
  CN: words('zh-CN', '电话', '手机', '传真', '订单号', '客户编号', '公司总机', '客服热线'),
};

export const people = [
  ...['Ann Example', 'Bob Stone', 'Änne Müller', 'Marco Rossi', 'Lucía Gómez', 'Jan de Vries'],
  ...['Priya Patel', 'Ola Nordmann', 'Chloé Martin', 'Ewa Nowak', 'Kemal Demir', 'Grace O’Neil'],
];

interface ShownRecord {
  name: string;
  /** Empty where nothing says what the number is. */
  label: string;
  written: string;
  e164: string;
  words: Words;
}

const colon = (label: string) => (label ? `${label}: ` : '');

/** A page has one such heading. */
export function headedByNumber({ name, label, written }: ShownRecord): string {
  return `<h1>${colon(label)}${written}</h1><p class="record">${name}</p>`;
}

/** How records show a number. */
export const layouts: readonly ((record: ShownRecord) => string)[] = [
  ({ name, label, written }) =>
    `<section class="record"><h1>${name}</h1><dl><dt>${label || 'Contact'}</dt><dd>${written}</dd></dl></section>`,
  ({ name, label, written }) =>
    `<table class="record"><tr><th>Name</th><td>${name}</td></tr><tr><th>${label || '#'}</th><td>${written}</td></tr></table>`,
  ({ name, label, written }) =>
    `<div class="card"><h3>${name}</h3><div class="field"><span class="field-label">${label}</span><span class="value">${written}</span></div></div>`,
  ({ name, label, written, e164 }) =>
    `<div class="card"><h2>${name}</h2><p>${colon(label)}<a href="tel:${e164}">${written}</a></p></div>`,
  ({ name, label, written }) =>
    `<div class="card"><b>${name}</b><p>${colon(label)}<a href="tel:${written.replace(/[^\d+]/g, '')}">${written}</a></p></div>`,
  ({ name, label, e164 }) =>
    `<ul class="record"><li>${name}</li><li><a href="https://wa.me/${e164.slice(1)}">${label || 'Chat'}</a></li></ul>`,
  ({ name, label, written }) =>
    `<div class="record"><p>${name}</p><p>${colon(label)}${written}</p></div>`,
  ({ name, label, written }) =>
    `<address>${name}<br>12 High St<br>${colon(label)}${written}</address>`,
  ({ name, label, written }) =>
    `<form class="record"><label>Name <input autocomplete="name" value="${name}"></label><label>${label} <input type="tel" name="phone" value="${written}"></label></form>`,
  ({ name, label, written }) =>
    `<form class="record"><label>Name <input value="${name}"></label><label>${label} <input value="${written}"></label></form>`,
  ({ name, written }) =>
    `<div class="record" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${name}</span> <span itemprop="telephone">${written}</span></div>`,
  ({ name, written }) =>
    `<div class="h-card"><span class="p-name">${name}</span> <span class="p-tel">${written}</span></div>`,
  ({ name, label, written }) => `<p class="record">${name}, ${colon(label)}${written}</p>`,
  ({ name, label, written }) =>
    `<article class="record"><h2>${name}</h2><p>“Please call me back, ${colon(label)}${written}, thanks.”</p></article>`,
  headedByNumber,
  ({ name, e164 }) =>
    `<div class="record"><h2>${name}</h2><button data-phone="${e164}">☎</button></div>`,
  ({ name, label, written }) =>
    `<table class="record"><thead><tr><th>Name</th><th>${label || '#'}</th></tr></thead><tr><td>${name}</td><td>${written}</td></tr></table>`,
];
