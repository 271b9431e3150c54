import { contactTypeOf } from './contact-type.ts';
import type { PageCandidate, PageField, PageFields } from './page-customer.ts';
import type { Decision, Party } from './which-customer.ts';

/** A field for forms, mappings and site rules. Without `best` its values are only offered. */
export interface ContextField {
  readonly best?: PageCandidate | undefined;
  readonly others: readonly PageCandidate[];
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
    if (field) fields[name] = takesPage || aboutThePage.has(name) ? field : offered(field);
  }
  if (party === undefined) return fields;
  const own = fieldsOfParty(party, means);
  for (const [name, candidates] of own) {
    fields[`${conversationPrefix}${name}`] = takesConversation
      ? fieldOf(candidates)
      : { others: candidates };
  }
  const agree = verdict === 'agree' && take === 'both';
  for (const [name, theirs] of Object.entries(shared)) {
    const candidates = own.get(theirs) ?? [];
    const taken = takesConversation ? fieldOf(candidates).best : undefined;
    if (candidates.length > 0)
      fields[name] = joined(name, fields[name], { candidates, taken, agree });
  }
  return fields;
}

/** Puts the two sources of one field together: what is taken first, the rest behind it. */
function joined(
  name: string,
  page: ContextField | undefined,
  {
    candidates,
    taken,
    agree,
  }: { candidates: readonly PageCandidate[]; taken: PageCandidate | undefined; agree: boolean },
): ContextField {
  const pageFirst = page?.best !== undefined && agree && !knowsBetter(name, page.best);
  const best = pageFirst ? page.best : (taken ?? page?.best);
  const others = distinct([taken, page?.best, ...candidates, ...(page?.others ?? [])]);
  const isSaidTwice = agree && candidates.some(({ value }) => value === best?.value);
  return {
    best: best && isSaidTwice ? { ...best, certainty: 'certain' } : best,
    others: others.filter(({ value }) => value !== best?.value),
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
    ...customer.attributes.map(([name, value]) => [`attributes.${name}`, plain(value)] as const),
  ]);
  return new Map([...fields].filter(([, candidates]) => candidates.length > 0));
}

function fieldOf([first, ...others]: readonly PageCandidate[]): ContextField {
  // A name that a network claims is offered, and not filled in.
  return first?.certainty === 'possible' ? { others: [first, ...others] } : { best: first, others };
}

function offered({ best, others }: PageField): ContextField {
  return { others: [best, ...others] };
}

function distinct(candidates: readonly (PageCandidate | undefined)[]): PageCandidate[] {
  const seen = new Set<string>();
  return candidates.filter((one): one is PageCandidate => {
    if (one === undefined || seen.has(one.value)) return false;
    return seen.add(one.value).size > 0;
  });
}
