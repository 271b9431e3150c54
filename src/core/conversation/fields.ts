import { contactTypeOf } from './contact-type.ts';
import type { PageCandidate, PageFields } from './page-customer.ts';
import type { Decision, Party } from './which-customer.ts';

/** A field for forms, mappings and site rules. Without `best` its values are only offered. */
export interface ContextField {
  readonly best?: PageCandidate | undefined;
  readonly others: readonly PageCandidate[];
  /** Sure enough to stand in a form; else it is suggested. */
  readonly filled: boolean;
}

export type ContextFields = Readonly<Record<string, ContextField>>;

/** How a number is written for people, and in E.164 where its country is understood. */
export type ReadNumber = (number: string) => { value: string; shown: string } | undefined;

interface Means {
  /** The organization's names for the ways to reach customers. */
  contactTypes: readonly string[];
  readNumber: ReadNumber;
}

/** The name before each of the conversation's own fields. */
const conversationPrefix = 'conversation.';

/** Fields of a page that are about the page, whoever its customer is. */
const aboutThePage: ReadonlySet<string> = new Set(['pageUrl', 'pageTitle', 'selection', 'flowId']);

/** What the page and the conversation call by one name. */
const shared = {
  customerNumber: 'customerNumber',
  customerExtension: 'customerExtension',
  customerName: 'customerName',
  email: 'email',
  contactType: 'contactType',
  conversationId: 'id',
} as const;

/**
 * The fields of a form: the page's, the conversation's under `conversation.`, and those that both have
 * under one name. What the decision does not take is offered, and nothing is filled in with it.
 *
 * @param decision where no conversation could be read, `undefined`: then the page's fields are all
 */
export function contextFields(
  page: PageFields | undefined,
  decision: Decision | undefined,
  means: Means,
): ContextFields {
  // Without a prototype a field called `__proto__` is a field.
  const fields: Record<string, ContextField> = Object.create(null);
  const { party, take = 'page', verdict } = decision ?? {};
  const takesPage = take === 'page' || take === 'both';
  const takesConversation = take === 'conversation' || take === 'both';
  for (const [name, field] of Object.entries(page?.fields ?? {})) {
    if (field)
      fields[name] =
        takesPage || aboutThePage.has(name) ? field : offered([field.best, ...field.others]);
  }
  if (party === undefined) return fields;
  const own = fieldsOfParty(party, means);
  for (const [name, candidates] of own) {
    fields[`${conversationPrefix}${name}`] = takesConversation
      ? fieldOf(candidates)
      : offered(candidates);
  }
  const agree = verdict === 'agree' && take === 'both';
  for (const [name, theirs] of Object.entries(shared)) {
    const candidates = own.get(theirs) ?? [];
    const theirField = takesConversation ? fieldOf(candidates) : offered(candidates);
    if (candidates.length > 0) fields[name] = joined(name, fields[name], theirField, agree);
  }
  return fields;
}

/** Puts the two sources of one field together: what is taken first, the rest behind it. */
function joined(
  name: string,
  page: ContextField | undefined,
  theirs: ContextField,
  agree: boolean,
): ContextField {
  const isPageFirst = agree && page?.best && page.filled && !knowsBetter(name, page.best);
  const order = isPageFirst ? [page, theirs] : [theirs, page];
  const told = order.filter((field) => field?.best !== undefined);
  const { best, filled = false } = told.find((field) => field?.filled) ?? told[0] ?? {};
  const all = order.flatMap((field) => (field ? [field.best, ...field.others] : []));
  const isSaidTwice =
    agree && [theirs.best, ...theirs.others].some((it) => it?.value === best?.value);
  return {
    best: best && isSaidTwice ? { ...best, certainty: 'certain' } : best,
    others: distinct(all).filter(({ value }) => value !== best?.value),
    filled,
  };
}

/**
 * A conversation knows its own ID, where a page may show that of an earlier one, and how the customer
 * is talked to, unless a site rule or a click says so.
 */
function knowsBetter(name: string, { source }: PageCandidate): boolean {
  if (name === 'conversationId') return true;
  return name === 'contactType' && !/^(?:site-rule|clicked-link)$/.test(source.kind);
}

/** The conversation's own fields by name, each with its values, the likeliest first. */
function fieldsOfParty(
  { conversation, customer }: Party,
  { contactTypes, readNumber }: Means,
): ReadonlyMap<string, readonly PageCandidate[]> {
  const plain = (value: string | undefined, certainty = 'certain'): PageCandidate[] =>
    value ? [{ value, shown: value, source: { kind: 'conversation' }, certainty }] : [];
  const numbers = customer.numbers.map((number): PageCandidate => {
    const { value, shown } = readNumber(number) ?? { value: number, shown: number };
    const certainty = value.startsWith('+') ? 'certain' : 'likely';
    return { value, shown, source: { kind: 'conversation' }, certainty };
  });
  const fields = new Map<string, readonly PageCandidate[]>([
    ['id', plain(conversation.id)],
    ['customerNumber', numbers],
    ['customerExtension', plain(customer.extension)],
    ['contactType', plain(contactTypeOf(conversation, contactTypes))],
    ['direction', plain(conversation.direction)],
    ['queueName', plain(conversation.queueName)],
    ['queueId', plain(conversation.queueId)],
    ['customerName', plain(customer.name, customer.nameKnown ? 'likely' : 'possible')],
    ['email', plain(customer.email)],
    ['externalContactId', plain(customer.externalContactId)],
    ['startedAt', plain(conversation.startedAt)],
    ['state', plain(conversation.state)],
    ...customer.attributes.map(([name, value]) => {
      const source = { kind: 'conversation', label: name } as const;
      const candidates = plain(value).map((candidate) => ({ ...candidate, source }));
      return [`attributes.${name}`, candidates] as const;
    }),
  ]);
  return new Map([...fields].filter(([, candidates]) => candidates.length > 0));
}

/** A name that a network claims is suggested, and not filled in. */
function fieldOf(candidates: readonly PageCandidate[]): ContextField {
  const [best, ...others] = candidates;
  return { best, others, filled: best !== undefined && isSure(best) };
}

function isSure({ certainty }: PageCandidate): boolean {
  return certainty !== 'possible';
}

function offered(candidates: readonly PageCandidate[]): ContextField {
  return { others: candidates, filled: false };
}

function distinct(candidates: readonly (PageCandidate | undefined)[]): PageCandidate[] {
  const seen = new Set<string>();
  return candidates.filter((one): one is PageCandidate => {
    if (one === undefined || seen.has(one.value)) return false;
    return seen.add(one.value).size > 0;
  });
}
