import { isGuid } from '../page/address.ts';
import type { PageCustomer } from './agreement.ts';

/** What is needed of a page context (core/page/context.ts). */
export interface PageFields {
  readonly fields: Readonly<Record<string, PageField | undefined>>;
}

export interface PageField {
  readonly best: PageCandidate;
  readonly others: readonly PageCandidate[];
}

export interface PageCandidate {
  readonly value: string;
  readonly shown: string;
  readonly source: { readonly kind: string; readonly label?: string | undefined };
  readonly certainty: string;
}

/** What the person pointed at, or typed for this form. */
const pointing: ReadonlySet<string> = new Set([
  'clicked-link',
  'clicked-text',
  'selection',
  'address-bar',
]);

/** What a page tells of its customer. A value that is only possible is no reason to contradict. */
export function customerOfPage(page: PageFields | undefined): PageCustomer {
  const number = told(page, 'customerNumber');
  const email = told(page, 'email');
  const name = told(page, 'customerName');
  const conversation = page?.fields.conversationId?.best;
  // An ID that stands in the page may be that of any earlier conversation.
  const isNamed =
    conversation !== undefined && /^(?:address|parameter)$/.test(conversation.source.kind);
  return {
    number: number?.value,
    otherNumbers: valuesOf(page, 'customerNumber'),
    email: email?.value,
    otherEmails: valuesOf(page, 'email'),
    name: name?.value,
    isAnyone: name === undefined && told(page, 'customerId') === undefined,
    pointedAt: number !== undefined && pointing.has(number.source.kind),
    conversationId:
      isNamed && isGuid(conversation.value) ? conversation.value.toLowerCase() : undefined,
  };
}

function told(page: PageFields | undefined, field: string): PageCandidate | undefined {
  const best = page?.fields[field]?.best;
  return best?.certainty === 'possible' ? undefined : best;
}

function valuesOf(page: PageFields | undefined, field: string): string[] {
  const found = page?.fields[field];
  return found === undefined ? [] : [found.best, ...found.others].map(({ value }) => value);
}
