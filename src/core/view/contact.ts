import { mayBeSameName } from '../conversation/agreement.ts';
import type { PageCandidate, PageField, PageFields } from '../form/mapping.ts';
import type { ContactLookUp, ExternalContact } from '../lookup/contact.ts';

/** The external contacts behind the customer whom a form is about. */
export interface ContactView {
  /** The number in E.164, or the email address, that is looked up. */
  readonly value: string;
  /** What was found; undefined until it was looked up. */
  readonly found: ContactLookUp | undefined;
}

/** What can be looked up for a form, and what is known of it. Undefined where it has no customer to look up. */
export function contactFor(
  { fields }: PageFields,
  known: ContactLookUp | undefined,
): ContactView | undefined {
  const told = [fields.customerNumber, fields.email].flatMap((field) =>
    field?.filled && field.best ? [field.best.value] : [],
  );
  const value = told.find((each) => /^\+\d{6,15}$|^\S+@\S+$/.test(each));
  return value === undefined
    ? undefined
    : { value, found: known?.value === value ? known : undefined };
}

/**
 * The fields of a form with what is known of the contact. The only one that was found fills in what page
 * and conversation leave open; of several, of one with another name, and of IDs in other systems, everything is only
 * offered.
 */
export function withContact({ fields }: PageFields, found: ContactLookUp | undefined): PageFields {
  const { contacts = [] } = found ?? {};
  if (contacts.length === 0) return { fields };
  const [only, another] = contacts;
  // Two people of one household have one number: the contact may be the other one.
  const isSure = another === undefined && only !== undefined && mayBe(fields, only);
  const told: [name: string, values: string[], isSure: boolean][] = [
    ['externalContactId', contacts.map(({ id }) => id), isSure],
    ['customerName', contacts.flatMap(({ name }) => name ?? []), isSure],
    ['email', contacts.flatMap(({ emails }) => emails), isSure],
    ['organization', contacts.flatMap(({ organization }) => organization ?? []), isSure],
    ['customerId', contacts.flatMap(({ externalIds }) => externalIds), false],
  ];
  const next: Record<string, PageField> = Object.assign(Object.create(null), fields);
  for (const [name, values, sure] of told) {
    const candidates = values.map(candidateOf);
    if (candidates.length > 0) next[name] = joined(next[name], candidates, sure);
  }
  return { fields: next };
}

/** Whether a contact can be the person whom the page names. */
function mayBe({ customerName }: PageFields['fields'], { name }: ExternalContact): boolean {
  const named = customerName?.filled ? customerName.best?.value : undefined;
  return named === undefined || name === undefined || mayBeSameName(named, name);
}

function candidateOf(value: string): PageCandidate {
  return { value, shown: value, source: { kind: 'contact' } };
}

function joined(
  field: PageField | undefined,
  candidates: readonly PageCandidate[],
  isSure: boolean,
): PageField {
  const [first, ...rest] = candidates;
  const known = field ? [...(field.best ? [field.best] : []), ...field.others] : [];
  if (field?.filled || !isSure || first === undefined) {
    const more = candidates.filter(({ value }) => known.every((each) => each.value !== value));
    return {
      ...field,
      others: [...(field?.others ?? []), ...more],
      filled: field?.filled ?? false,
    };
  }
  const others = [...rest, ...known].filter(({ value }) => value !== first.value);
  return { best: first, others, filled: true };
}

/** A contact in one line. */
export function contactLine({ name, organization, emails, numbers }: ExternalContact): string {
  return [name ?? emails[0] ?? numbers[0], organization].filter(Boolean).join(', ');
}
