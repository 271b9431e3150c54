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
  /** By name; a field for which the page gives nothing is absent. */
  readonly fields: Readonly<Record<FieldName, PageField>>;
  /** False where Kickoff could not read the page to its end. */
  readonly complete: boolean;
  /** Which parts of the page Kickoff did not read. */
  readonly unread: readonly UnreadPart[];
  readonly url: string;
  readonly title: string;
}

export interface ContextOptions {
  /** ISO 3166; for numbers written without a country, on pages that name no country. */
  defaultCountry: string;
  siteRules?: readonly SiteRule[] | undefined;
  /** `defaultContactTypes` where the settings give none. */
  contactTypes?: ContactTypes | undefined;
  /** Forms of numbers that only the firm's switchboard knows: digits, and `#` for any digit. */
  inHouseNumbers?: readonly string[] | undefined;
}

/** The options that the person's settings give for understanding pages. */
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

/** Understands a page: which fields it gives, with which candidates. */
export function pageContext(read: PageSnapshot, options: ContextOptions): PageContext {
  const rule = ruleOfPage(options.siteRules ?? [], read);
  const page = numbersOfPage(read, options.defaultCountry, rule, options.inHouseNumbers);
  const { snapshot, numbers } = page;
  const ofPage = numberField(page);
  const types = options.contactTypes ?? { names: defaultContactTypes };
  const isOneOfSeveral = peopleOf(ofPage).length > 0;
  const found = valuesByField([
    ...fieldsOfRule(rule, snapshot, page.countries),
    ...contactTypesOf(snapshot, numbers, rule, types, isOneOfSeveral).map(
      (type): FoundValue => ['contactType', type],
    ),
    ...otherFields(snapshot, subjectsOf(numbers)),
    ...fieldsOfAddress(snapshot),
  ]);

  const ofRule = ranked(found.get('customerNumber') ?? []);
  const number = ofRule && ofPage ? withOthers(ofRule, ofPage) : (ofRule ?? ofPage);
  const isFilled = number?.filled ?? false;
  const best = numbers.find(({ value }) => value === number?.best.value);
  // Without a prototype a field called `__proto__` is a field.
  const fields: Record<FieldName, PageField> = Object.create(null);
  if (number) fields.customerNumber = number;
  for (const [name, values] of found) {
    if (name === 'customerNumber') continue;
    const field = ranked(ofSeveralPeople(values, isFilled ? best?.person : undefined));
    if (field) fields[name] = field;
  }
  // The contact type is as sure as the number that it belongs to.
  const type = fields.contactType;
  if (type && isFilled) fields.contactType = { ...type, filled: true };
  for (const name of ['customerName', 'email', 'customerId']) {
    const field = fields[name];
    if (field && best) fields[name] = besideNumber(field, found.get(name) ?? [], best);
  }
  const extension = best && extensionField(best, numbers, snapshot.facts, isFilled);
  if (extension) fields.customerExtension ??= extension;
  const { complete, unread = [], url, title } = snapshot;
  return { fields, complete, unread, url, title };
}

type FoundValue = readonly [field: FieldName, value: Weighed];

function valuesByField(values: readonly FoundValue[]): Map<FieldName, Weighed[]> {
  const byField = new Map<FieldName, Weighed[]>();
  for (const [field, value] of values) byField.set(field, [...(byField.get(field) ?? []), value]);
  return byField;
}

/** What structured data gives the page's declared numbers to: persons, organizations. */
function subjectsOf(numbers: readonly WeighedNumber[]): string[] {
  return numbers.filter(({ declared }) => declared).map(({ fact }) => subjectOf(fact));
}

/** The rule's number first, the numbers of the page behind it. */
function withOthers(first: PageField, rest: PageField): PageField {
  const others = [rest.best, ...rest.others].filter(({ value }) => value !== first.best.value);
  return { ...first, others: [...first.others, ...others].slice(0, mostCandidates) };
}

/**
 * A form is about one person. So a value that stands in another part of the page than the number does not fill the
 * form, and its source says `elsewhere`.
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

function* fieldsOfAddress({ url, title }: PageSnapshot): Generator<FoundValue> {
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
