import { senseOf } from '../number/label.ts';
import { type SiteRule, typesAsked } from '../settings/site-rule.ts';
import { isGenesysAddress } from './address.ts';
import type { Weighed } from './candidate.ts';
import { otherFields } from './fields.ts';
import { idIn, recordIdIn } from './ids.ts';
import { isData } from './kinds.ts';
import { namesOf } from './names.ts';
import { isPersonal } from './person-name.ts';
import { ruleOfPage, sourceValue } from './site-source.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/**
 * Whether a page shows a customer: its site rule finds something, or, without such a rule, the page declares a number
 * or names a customer's ID. Judged without the plans of telephone numbers, which would make the worker seven times as
 * large.
 */
export function showsCustomer(snapshot: PageSnapshot, rules: readonly SiteRule[]): boolean {
  const rule = ruleOfPage(rules, snapshot);
  const fields = Object.entries(rule?.fields ?? {});
  const types = rule && typesAsked(rule);
  if (fields.length > 0)
    return fields.some(([field, source]) => sourceValue(field, source, snapshot, types) !== '');
  const declaresNumber = snapshot.facts.some(
    ({ kind, value, name = '', place }) =>
      // Links in the margins of a page call the firm that made it.
      (kind === 'link' && place !== 'rest' && /^\s*(?:tel|callto|sms):/i.test(value)) ||
      (kind === 'input' && /\btel\b/.test(name)) ||
      (isData(kind) && /(?:Person|customer)\b.*telephone$/.test(name)),
  );
  return declaresNumber || [...otherFields(snapshot)].some(([field]) => field === 'customerId');
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
      return name === 'h1' && isPersonal(value);
    case 'pair':
    case 'input':
      return idIn(fact, 'customerId') !== undefined || isRecordNumber(`${label} ${name}`);
    case 'text': {
      const [, words = ''] = /^([^\d:]{2,40})[:#.\s]*[\w-]{0,8}\d/u.exec(value) ?? [];
      return words !== '' && isRecordNumber(words);
    }
    default:
      return false;
  }
}

/** Whether a label announces the number of a record ("Order no.", "Kundennummer"), not one in a register of firms. */
function isRecordNumber(label: string): boolean {
  return recordWords.test(label) && senseOf(label) === 'id';
}

const recordWords =
  /order|invoice|case|ticket|customer|client|account|patient|bestell|auftrag|rechnung|kunden|vorgang|commande|facture|pedido|factura|cliente|ordine|fattura|klant|factuur|zamówien|klient|kundn|sipariş|müşteri|注文|会員|주문|고객|订单|客户/i;
