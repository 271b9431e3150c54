import { isGenesysAddress, isGuid } from './address.ts';
import type { Weighed } from './candidate.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** The fields of a page that are no numbers: name, email, ids, selection. */
export function* otherFields(snapshot: PageSnapshot): Generator<[field: string, value: Weighed]> {
  for (const fact of snapshot.facts) {
    if (fact.kind === 'selection') yield ['selection', weighed(fact, fact.value, 150)];
    for (const email of emailsIn(fact)) yield ['email', email];
    const name = nameIn(fact);
    if (name) yield ['customerName', name];
    for (const field of ['customerId', 'conversationId'] as const) {
      const id = idIn(fact, field);
      if (id) yield [field, id];
    }
  }
  const record = recordIdIn(snapshot.url);
  if (record && !isGenesysAddress(snapshot.url))
    yield ['customerId', { value: record, shown: record, source: { kind: 'address' }, weight: 60 }];
}

const nearness = { selection: 100, focus: 30, viewport: 10, main: 6, rest: 0 } as const;

function weighed(fact: PageFact, value: string, weight: number): Weighed {
  const label = fact.label ?? fact.name;
  return {
    value,
    shown: value,
    source: { kind: fact.kind, ...(label && { label }) },
    weight: weight + nearness[fact.place ?? 'rest'],
  };
}

const emailShape =
  /[\p{L}\d.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,24}/u;

const emailWeight: Readonly<Partial<Record<PageFact['kind'], number>>> = {
  'clicked-link': 60,
  'clicked-text': 40,
  selection: 40,
  link: 50,
  input: 45,
  'json-ld': 45,
  microdata: 45,
  rdfa: 45,
  microformat: 45,
  pair: 35,
  parameter: 48,
  heading: 30,
  text: 25,
};

function emailsIn(fact: PageFact): Weighed[] {
  const weight = emailWeight[fact.kind];
  if (weight === undefined) return [];
  const isLink = fact.kind === 'link' || fact.kind === 'clicked-link';
  if (isLink && !/^\s*mailto:/i.test(fact.value)) return [];
  const text = isLink ? decoded(fact.value.replace(/^\s*mailto:|\?.*$/gis, '')) : fact.value;
  const email = emailShape.exec(text)?.[0].replace(/\.$/, '');
  const robot = /^(?:no-?reply|support|info|sales|hello|contact|privacy)@/i;
  return email ? [weighed(fact, email, robot.test(email) ? weight - 15 : weight)] : [];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const customerWords =
  'customer|client|caller|contact|kunden?|patient|member|guest|cliente|contacto|klant|顧客|客户';
const nameLabel = RegExp(
  `^\\s*(?:(?:full |display )?(?:name)|(?:${customerWords})(?:[ _-]?name)?|nom(?: complet)?|nombre|nome|naam|氏名|姓名)\\s*\\*?:?\\s*$`,
  'iu',
);

function nameIn(fact: PageFact): Weighed | undefined {
  const { kind, name = '', label = '', value } = fact;
  const isName = /\p{L}{2}/u.test(value) && value.length <= 80 && !/[@\n]|\d{3}/.test(value);
  if (!isName) return undefined;
  if (kind === 'input' && /^(?:name|cc-name)\b/.test(name)) return weighed(fact, value, 60);
  if (kind === 'pair' || kind === 'input') {
    return nameLabel.test(label) ? weighed(fact, value, 50) : undefined;
  }
  if (kind === 'heading') return isPersonal(value) ? weighed(fact, value, 12) : undefined;
  if (kind === 'microformat')
    return /^(?:fn|name)$/.test(name) ? weighed(fact, value, 40) : undefined;
  if (kind === 'json-ld' || kind === 'microdata' || kind === 'rdfa')
    return /(?:Person|customer(?::\w+)?|buyer(?::\w+)?)\.name$/.test(name)
      ? weighed(fact, value, 55)
      : undefined;
  return undefined;
}

/** Two to four words that begin with capitals and hold nothing but letters: perhaps a name. */
function isPersonal(text: string): boolean {
  return /^(?:\p{Lu}[\p{L}.'’-]*)(?: (?:\p{Lu}[\p{L}.'’-]*|von|van|de|da|di|del|der|la|bin|al)){1,3}$/u.test(
    text,
  );
}

const idLabels = {
  customerId: RegExp(
    `(?:${customerWords}|account|konto|compte|cuenta|crm)[ _-]?(?:id|no|nr|num|number|nummer|#|n°|号|番号|reference|ref)\\b`,
    'iu',
  ),
  conversationId: /(?:conversation|interaction)[ _-]?id/i,
} as const;

function idIn(fact: PageFact, field: 'customerId' | 'conversationId'): Weighed | undefined {
  const { kind, name = '', value } = fact;
  const label = kind === 'pair' ? (fact.label ?? '') : `${fact.label ?? ''} ${name}`;
  if (kind === 'pair' || kind === 'input' || kind === 'meta' || kind === 'parameter') {
    const fits = field === 'conversationId' ? isGuid(value) : isId(value);
    const exact = RegExp(customerWords, 'iu').test(label) ? 62 : 55;
    return fits && idLabels[field].test(label) ? weighed(fact, value, exact) : undefined;
  }
  if (kind === 'text') {
    const shape = RegExp(`(?:${idLabels[field].source})\\s*[:.#]*\\s*([A-Z0-9][\\w-]{1,60})`, 'iu');
    const id = shape.exec(value)?.at(-1);
    return id && isId(id) && (field !== 'conversationId' || isGuid(id))
      ? weighed(fact, id, 45)
      : undefined;
  }
  if (kind === 'json-ld' || kind === 'microdata' || kind === 'rdfa')
    return field === 'customerId' &&
      /(?:Person|customer(?::\w+)?)\.(?:identifier|customerId|@id)$/.test(name) &&
      isId(value)
      ? weighed(fact, value, 50)
      : undefined;
  return undefined;
}

function isId(text: string): boolean {
  return /^[\p{L}\d][\p{L}\d._/-]{0,79}$/u.test(text) && /\d/.test(text);
}

/** Ids in the paths of well-known CRMs and of those that name their records plainly. */
const recordPaths: readonly RegExp[] = [
  /\/lightning\/r\/(?:Contact|Account|Lead)\/([a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?)\//,
  /\/contacts\/\d+\/(?:record\/0-[12]|contact|company)\/(\d+)/,
  /\/agent\/users\/(\d+)/,
  /\/(?:customers?|contacts?|clients?|accounts?|kunden|members|patients)\/([\w-]*\d[\w-]*)(?:[/?#]|$)/i,
];

function recordIdIn(address: string): string | undefined {
  return recordPaths.map((path) => path.exec(address)?.[1]).find((id) => id !== undefined);
}
