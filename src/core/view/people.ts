import type { PageField as MappedField } from '../form/mapping.ts';
import type { Candidate, PageField, PersonOfPage } from '../page/candidate.ts';
import type { PageContext } from '../page/context.ts';

/** The people of a page that shows several, as a list of contacts does. */
export interface PeopleView {
  readonly people: readonly PersonOfPage[];
  /** Whom the person chose. */
  readonly chosen: PersonOfPage | undefined;
  /** The form is filled in only once the person has said whom it is about. */
  readonly isAsked: boolean;
}

/** Whom the person chose, as it is kept. */
export interface PersonChoice {
  readonly name: string;
  readonly number: string;
}

type Fields = Pick<PageContext, 'fields'>;

/** The one of a page's people who was chosen. Undefined where the page does not show them any more. */
export function chosenOf(
  people: readonly PersonOfPage[],
  choice: PersonChoice | undefined,
): PersonOfPage | undefined {
  return people.find(({ name, number }) => name === choice?.name && number.value === choice.number);
}

/**
 * A page as if the person had pointed at one of its people: number and name are theirs, and of the email
 * addresses and IDs only those that stand beside their name.
 */
export function aboutPerson<Page extends Fields>(page: Page, chosen: PersonOfPage): Page {
  // Without a prototype a field called `__proto__` is a field.
  const fields: Record<string, PageField> = Object.assign(Object.create(null), page.fields);
  for (const name of ['email', 'customerId']) {
    const theirs = fields[name] && ofPerson(fields[name], chosen.name);
    if (theirs) fields[name] = theirs;
    else delete fields[name];
  }
  const { contactType } = fields;
  if (contactType) fields.contactType = { ...contactType, filled: true };
  const { source } = chosen.number;
  const name: Candidate = { ...said(chosen.name), source: { kind: source.kind } };
  fields.customerName = withFirst(name, fields.customerName);
  fields.customerNumber = withFirst(chosen.number, fields.customerNumber);
  return { ...page, fields };
}

/** The values of a field that are one person's; undefined where all are of others. */
function ofPerson(field: PageField, name: string): PageField | undefined {
  const [best, ...others] = [field.best, ...field.others].filter(
    ({ source }) => (source.person ?? name) === name,
  );
  if (best === undefined) return undefined;
  return { best, others, filled: best.source.person === name || field.filled };
}

function said(value: string): Omit<Candidate, 'source'> {
  return { value, shown: value, certainty: 'certain', probability: 1 };
}

function withFirst(first: Candidate, field: PageField | undefined): PageField {
  const all = field ? [field.best, ...field.others] : [];
  return {
    best: { ...first, certainty: 'certain', probability: 1 },
    others: all.filter(({ value }) => value !== first.value),
    filled: true,
  };
}

/** The fields while the person has not said whom the form is about: without a number to suggest. */
export function withoutSuggestion(page: { fields: Readonly<Record<string, MappedField>> }): {
  fields: Readonly<Record<string, MappedField>>;
} {
  const { customerNumber } = page.fields;
  if (customerNumber?.best === undefined) return page;
  const others = [customerNumber.best, ...customerNumber.others];
  const fields: Record<string, MappedField> = Object.assign(Object.create(null), page.fields);
  fields.customerNumber = { others, filled: false };
  return { fields };
}
