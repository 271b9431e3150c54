import { defaultContactTypes, type Settings } from '../settings/settings.ts';
import type { SiteRule } from '../settings/site-rule.ts';
import { conversationIdInAddress, flowIdInAddress, isGenesysAddress } from './address.ts';
import { mostCandidates, type PageField, peopleOf, ranked, type Weighed } from './candidate.ts';
import { type ContactTypes, contactTypesOf } from './contact-type.ts';
import { subjectOf } from './data-labels.ts';
import { otherFields } from './fields.ts';
import { extensionField, numberField } from './number-field.ts';
import type { WeighedNumber } from './numbers.ts';
import { numbersOfPage } from './numbers-of-page.ts';
import { ofSeveralPeople } from './persons.ts';
import { fieldsOfRule } from './site-fields.ts';
import { ruleOfPage } from './site-source.ts';
import type { PageSnapshot, UnreadPart } from './snapshot.ts';

/** `customerNumber`, `contactType`, `customerId`, … and those that a site rule adds. */
export type FieldName = string;

/** What a page means to a launch. */
export interface PageContext {
  readonly fields: Readonly<Record<FieldName, PageField>>;
  /** False where the page was not read to its end. */
  readonly complete: boolean;
  /** What of it was not read. */
  readonly unread: readonly UnreadPart[];
  readonly url: string;
  readonly title: string;
}

export interface ContextOptions {
  /** ISO 3166, for numbers that say no country on pages that say none. */
  defaultCountry: string;
  siteRules?: readonly SiteRule[] | undefined;
  /** `defaultContactTypes` where the org has said none. */
  contactTypes?: ContactTypes | undefined;
  /** Forms of numbers that only the firm's switchboard knows: digits, and `#` for any digit. */
  inHouseNumbers?: readonly string[] | undefined;
}

/** How pages are understood under the person's settings. */
export function contextOptions(
  settings: Pick<
    Settings,
    'defaultCountry' | 'sites' | 'inHouseNumbers' | 'contactTypes' | 'defaultContactType'
  >,
): ContextOptions {
  const { defaultCountry, sites, inHouseNumbers, contactTypes, defaultContactType } = settings;
  return {
    defaultCountry,
    siteRules: sites,
    inHouseNumbers,
    contactTypes: { names: contactTypes, usual: defaultContactType },
  };
}

/** Understands what was read from a page. Fields of which nothing was found are absent. */
export function pageContext(read: PageSnapshot, options: ContextOptions): PageContext {
  const rule = ruleOfPage(options.siteRules ?? [], read);
  const page = numbersOfPage(read, options.defaultCountry, rule, options.inHouseNumbers);
  const { snapshot, countries, numbers } = page;
  const found = new Map<FieldName, Weighed[]>();
  const add = (field: FieldName, values: readonly Weighed[]) =>
    found.set(field, [...(found.get(field) ?? []), ...values]);

  const ofPage = numberField(page);
  const isAsked = peopleOf(ofPage).length > 0;
  for (const [field, value] of fieldsOfRule(rule, snapshot, countries)) add(field, [value]);
  const types = options.contactTypes ?? { names: defaultContactTypes };
  add('contactType', contactTypesOf(snapshot, numbers, rule, types, isAsked));
  const subjects = numbers.filter(({ declared }) => declared).map(({ fact }) => subjectOf(fact));
  for (const [field, value] of otherFields(snapshot, subjects)) add(field, [value]);
  for (const [field, value] of fieldsOfAddress(snapshot)) add(field, [value]);

  const ofRule = ranked(found.get('customerNumber') ?? []);
  const number = ofRule && ofPage ? withOthers(ofRule, ofPage) : (ofRule ?? ofPage);
  // Without a prototype a field called `__proto__` is a field.
  const fields: Record<FieldName, PageField> = Object.create(null);
  if (number) fields.customerNumber = number;
  const best = numbers.find(({ value }) => value === number?.best.value);
  const person = number?.filled ? best?.person : undefined;
  for (const [name, values] of found) {
    const field = name === 'customerNumber' ? undefined : ranked(ofSeveralPeople(values, person));
    if (field) fields[name] = field;
  }
  // The contact type is as sure as the number that it belongs to.
  const type = fields.contactType;
  if (type && number?.filled) fields.contactType = { ...type, filled: true };
  for (const name of ['customerName', 'email', 'customerId']) {
    const field = fields[name];
    if (field && best) fields[name] = besideNumber(field, found.get(name) ?? [], best);
  }
  const extension = best && extensionField(best, numbers, snapshot.facts, number?.filled ?? false);
  if (extension) fields.customerExtension ??= extension;
  const { complete, unread = [], url, title } = snapshot;
  return { fields, complete, unread, url, title };
}

function withOthers(first: PageField, rest: PageField): PageField {
  const others = [rest.best, ...rest.others].filter(({ value }) => value !== first.best.value);
  return { ...first, others: [...first.others, ...others].slice(0, mostCandidates) };
}

/**
 * One form, one person: what stands in another part of the page than the number is not filled in, and
 * says so.
 */
function besideNumber(
  field: PageField,
  found: readonly Weighed[],
  { region, meant }: Pick<WeighedNumber, 'region' | 'meant'>,
): PageField {
  const places = found.filter(({ value }) => value === field.best.value);
  const isBeside = meant || places.some((place) => place.region === region);
  if (isBeside || field.best.certainty === 'certain') return field;
  const source = { ...field.best.source, elsewhere: true };
  return { ...field, best: { ...field.best, source, certainty: 'possible' }, filled: false };
}

function* fieldsOfAddress({ url, title }: PageSnapshot): Generator<[FieldName, Weighed]> {
  const fromAddress = (value: string): Weighed => ({
    value,
    shown: value,
    source: { kind: 'address' },
    weight: 120,
  });
  if (url) yield ['pageUrl', fromAddress(url)];
  if (title) yield ['pageTitle', { ...fromAddress(title), source: { kind: 'title' } }];
  if (!isGenesysAddress(url)) return;
  const conversation = conversationIdInAddress(url);
  if (conversation) yield ['conversationId', fromAddress(conversation)];
  const flow = flowIdInAddress(url);
  if (flow) yield ['flowId', fromAddress(flow)];
}
