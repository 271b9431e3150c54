import { type ContextFields, contextFields } from '../conversation/fields.ts';
import { customerOfPage, type PageFields } from '../conversation/page-customer.ts';
import type { Conversations } from '../conversation/recent.ts';
import {
  type Choice,
  type Decision,
  type Party,
  whichCustomer,
} from '../conversation/which-customer.ts';
import type { Draft } from '../form/draft.ts';
import { type Form, isWithheld, own } from '../form/form.ts';
import type { FlowInput } from '../form/input-schema.ts';
import type { InputOffer } from '../form/mapping.ts';
import { readPhone } from '../number/read.ts';
import { isSameOrigin, type Origin } from '../page/document.ts';
import type { Settings } from '../settings/settings.ts';

/** Whom a form is about: what the page and the person's conversations say of it. */
export interface CustomerView {
  readonly decision: Decision;
  /** How the page names its customer; empty where it does not. */
  readonly onPage: string;
  /** The form is filled in only once the person has said whom it is about. */
  readonly isAsked: boolean;
}

/** What a person recognizes the page's customer by beside the name, the best first. */
const telling = ['customerNumber', 'email', 'customerId'];

/**
 * Decides whom a form is about. Where the page could not be read it may be about anyone, so nothing is sure.
 *
 * @param page what the page in front says
 * @param apps the origin of Genesys Cloud's own pages
 */
export function decisionFor(
  page: PageFields,
  { conversations, complete }: Conversations,
  choice: Draft['customer'],
  { contextFirst }: Pick<Settings, 'contextFirst'>,
  apps: string | undefined,
  isPageRead: boolean,
): Decision {
  const decision = whichCustomer({
    page: customerOfPage(page, apps),
    conversations: conversations.map(({ conversation }) => conversation),
    complete,
    first: contextFirst,
    choice,
  });
  return { ...decision, sure: decision.sure && (isPageRead || decision.party === undefined) };
}

/** What the person chose, while the page on which they did is in front. */
export function choiceHere<Chosen extends { readonly origin: Origin }>(
  choice: Chosen | undefined,
  front: Origin | undefined,
): Chosen | undefined {
  return choice && front && isSameOrigin(choice.origin, front) ? choice : undefined;
}

/** The fields of a form by a decision. */
export function fieldsFor(
  page: PageFields,
  decision: Decision,
  { contactTypes, defaultCountry }: Pick<Settings, 'contactTypes' | 'defaultCountry'>,
): { fields: ContextFields } {
  const fields = contextFields(page, decision, {
    contactTypes,
    readNumber: (number) => {
      const phone = readPhone(number, [defaultCountry]);
      return phone && { value: phone.e164, shown: phone.shown };
    },
  });
  return { fields };
}

/** The decision as if the person had said that all sources are about one customer. */
export function withAll(decision: Decision): Decision {
  return { ...decision, take: 'both', party: decision.party ?? decision.parties[0] };
}

/** Whether an input stays empty only because the person has not said whom the form is about. */
export function waitsForChoice(
  inputs: readonly FlowInput[],
  form: Form,
  now: Readonly<Record<string, InputOffer>>,
  chosen: Readonly<Record<string, InputOffer>>,
): boolean {
  return inputs.some(({ name }) => {
    if (form.touched.includes(name) || isWithheld(form, name)) return false;
    const isOffered = own(now, name)?.offered !== undefined;
    return !isOffered && own(chosen, name)?.offered !== undefined;
  });
}

/** How a page names its customer, in one line. */
export function customerOnPage({ fields }: PageFields): string {
  const shown = (name: string) => (fields[name]?.filled ? [fields[name].best.shown] : []);
  return [...shown('customerName'), ...telling.flatMap(shown).slice(0, 1)].join(', ');
}

/** Whom a decision takes, by a key: another key is another customer, or a conversation that ended. */
export function whoIn({ take, party, parties }: Decision): string {
  if (take === 'page') return '';
  if (take === 'neither') return `? ${parties.map(({ key }) => key).join(' ')}`;
  return party === undefined ? '' : `${party.key} ${party.conversation.state === 'ended'}`;
}

/** A page with the conversation that a form takes: what is set then is set for both. */
export function withConversation(
  front: Origin | undefined,
  decision: Decision | undefined,
): Origin | undefined {
  const { party, take } = decision ?? {};
  if (front === undefined || party === undefined || take === 'page') return front;
  return { ...front, about: { ...front.about, conversation: party.conversation.id } };
}

/** Choosing one of the conversations' customers. */
export function choiceOf({ key, conversation }: Party): Choice {
  return { take: 'conversation', party: key, ended: conversation.state === 'ended' };
}

/**
 * What one key takes instead: the page for the conversation, the conversation for the page. Undefined
 * where there is nothing else, or where the person has to say which of several.
 */
export function switched({
  decision: { take, verdict, party, parties },
  onPage,
}: Pick<CustomerView, 'decision' | 'onPage'>): Choice | undefined {
  const [only, another] = parties;
  const talking = party ?? (another === undefined ? only : undefined);
  if (take === 'page' || take === 'neither') return talking && choiceOf(talking);
  return onPage === '' || verdict === 'agree' ? undefined : { take: 'page' };
}
