import { senseOf } from '../number/label.ts';
import { isGenesysAddress } from './address.ts';
import { type Weighed, weighed } from './candidate.ts';
import { emailsIn } from './emails.ts';
import { idIn, recordIdIn } from './ids.ts';
import { namesOf } from './names.ts';
import { isPersonal } from './person-name.ts';
import { customer } from './persons.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/**
 * Finds the fields of a page other than its numbers: name, email, IDs, selection. Where the person pointed at one of
 * several things on the page, only that thing's facts count.
 *
 * @param subjects the owners of the page's declared numbers, as `subjectOf()` gives them
 */
export function* otherFields(
  snapshot: PageSnapshot,
  subjects: readonly string[] = [],
): Generator<[field: string, value: Weighed]> {
  const thing = pointedThing(snapshot.facts);
  const facts =
    thing === undefined ? snapshot.facts : snapshot.facts.filter(({ group }) => group === thing);
  for (const fact of facts) {
    if (fact.kind === 'selection') yield ['selection', weighed(fact, fact.value, 150)];
    for (const email of emailsIn(fact)) yield ['email', email];
    for (const field of ['customerId', 'conversationId'] as const) {
      const found = idIn(fact, field);
      if (found) yield [field, weighed(fact, found.id, found.weight)];
    }
    const record = fact.kind === 'record-link' ? recordIdIn(fact.value) : undefined;
    if (record) yield ['customerId', weighed(fact, record, 60)];
  }
  for (const name of namesOf(facts, subjects)) yield ['customerName', name];
  const record = thing === undefined ? recordIdIn(snapshot.url) : undefined;
  if (record && !isGenesysAddress(snapshot.url))
    yield ['customerId', { value: record, shown: record, source: { kind: 'address' }, weight: 60 }];
}

/** The group of the card, row or entry in which the person clicked or selected, where the page shows several. */
function pointedThing(facts: readonly PageFact[]): number | undefined {
  return facts.find(
    ({ kind, group }) => (kind === 'clicked-link' || kind === 'selection') && group !== undefined,
  )?.group;
}

/**
 * Whether a page shows a record: a person, a customer, an order. On such a page the numbers in the margins and the
 * hotlines are those of the firm that made it; on other pages they may be what people come for.
 */
export function showsRecord({ url, facts }: Pick<PageSnapshot, 'url' | 'facts'>): boolean {
  return (
    isGenesysAddress(url) ||
    recordIdIn(url) !== undefined ||
    facts.some(isOfRecord) ||
    [...namesOf(facts, [])].some(isOfPerson)
  );
}

/** Whether a name is a person's, and not merely a heading in capitals or the label of an empty field. */
function isOfPerson({ value, source: { kind, label = '' } }: Weighed): boolean {
  switch (kind) {
    case 'heading':
      return false;
    case 'microformat':
      return isPersonal(value);
    case 'text':
      return label !== '' && isPersonal(value);
    default:
      // An empty field shows its label.
      return !label.startsWith(value);
  }
}

function isOfRecord(fact: PageFact): boolean {
  const { kind, label = '', name = '', value } = fact;
  switch (kind) {
    case 'record-link':
      return true;
    case 'heading':
      return name === 'h1' && (isPersonal(value) || beginsWithRecord(value));
    case 'pair':
    case 'input':
      if (customer.test(label) && isPersonal(value)) return true;
      return idIn(fact, 'customerId') !== undefined || isRecordNumber(`${label} ${name}`);
    case 'text':
      return beginsWithRecord(value);
    default:
      return false;
  }
}

/** Whether a text begins as "Order no. 4711" does. */
function beginsWithRecord(text: string): boolean {
  const [, words = ''] = /^([^\d:]{2,40})[:#.\s]*[\w-]{0,8}\d/u.exec(text) ?? [];
  return words !== '' && isRecordNumber(words);
}

/** Whether a label announces the number of a record ("Order no.", "Kundennummer"), not one in a register of firms. */
function isRecordNumber(label: string): boolean {
  return recordWords.test(label) && senseOf(label) === 'id';
}

const recordWords =
  /order|invoice|case|ticket|customer|client|account|patient|bestell|auftrag|rechnung|kunden|vorgang|commande|facture|pedido|factura|cliente|ordine|fattura|klant|factuur|zamówien|klient|kundn|sipariş|müşteri|注文|会員|주문|고객|订单|客户/i;
