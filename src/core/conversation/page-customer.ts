import { conversationIdInAddress, isGuid } from '../page/address.ts';
import type { PageSource } from '../page/candidate.ts';
import type { PageCustomer } from './agreement.ts';

/** What is needed of a page context (core/page/context.ts). */
export interface PageFields {
  readonly url?: string | undefined;
  readonly fields: Readonly<Record<string, PageField | undefined>>;
}

export interface PageField {
  readonly best: PageCandidate;
  readonly others: readonly PageCandidate[];
  /** Sure enough to stand in a form. */
  readonly filled: boolean;
}

export interface PageCandidate {
  readonly value: string;
  readonly shown: string;
  readonly source: {
    readonly kind: PageSource['kind'] | 'conversation';
    readonly label?: string | undefined;
  };
  readonly certainty: string;
}

/** What the person pointed at, or typed for this form. */
const pointing: ReadonlySet<string> = new Set([
  'clicked-link',
  'clicked-text',
  'selection',
  'address-bar',
]);

/**
 * What a page tells of its customer. A value that is only offered is no reason to contradict.
 *
 * @param apps the origin of Genesys Cloud's own pages, where it is none of a region's
 */
export function customerOfPage(page: PageFields | undefined, apps?: string): PageCustomer {
  const number = told(page, 'customerNumber');
  const email = told(page, 'email');
  const name = told(page, 'customerName');
  return {
    number: number?.value,
    otherNumbers: valuesOf(page, 'customerNumber'),
    email: email?.value,
    otherEmails: valuesOf(page, 'email'),
    name: name?.value,
    isAnyone: name === undefined && told(page, 'customerId') === undefined,
    pointedAt: number !== undefined && pointing.has(number.source.kind),
    conversationId: conversationNamedBy(page, apps),
  };
}

/**
 * The conversation that the page's own address names: in the path of a page of Genesys Cloud, or in a
 * parameter, as interaction widgets get it. An ID that stands in a page may be that of any earlier one.
 */
function conversationNamedBy(page: PageFields | undefined, apps?: string): string | undefined {
  const url = page?.url ?? '';
  const isOwn = apps !== undefined && URL.canParse(url) && new URL(url).origin === apps;
  const { value, source } = page?.fields.conversationId?.best ?? {};
  const found = source && /^(?:address|parameter)$/.test(source.kind) ? value : undefined;
  const id = found ?? (isOwn ? conversationIdInAddress(url) : undefined);
  return id !== undefined && isGuid(id) ? id.toLowerCase() : undefined;
}

function told(page: PageFields | undefined, field: string): PageCandidate | undefined {
  const found = page?.fields[field];
  return found?.filled ? found.best : undefined;
}

function valuesOf(page: PageFields | undefined, field: string): string[] {
  const found = page?.fields[field];
  return found === undefined ? [] : [found.best, ...found.others].map(({ value }) => value);
}
