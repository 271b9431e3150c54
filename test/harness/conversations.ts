import type { PageCustomer } from '../../src/core/conversation/agreement.ts';
import { type ConversationAnswer, readListing } from '../../src/core/conversation/answer.ts';
import type { Conversation } from '../../src/core/conversation/conversation.ts';
import type { Customer } from '../../src/core/conversation/customer.ts';
import type { PageCandidate, PageFields } from '../../src/core/conversation/page-customer.ts';

/** A conversation of which everything but what matters to a test is plain. */
export function conversationWith(
  details: Partial<Omit<Conversation, 'customers'>> & { customers?: Partial<Customer>[] } = {},
): Conversation {
  const { customers = [{}], ...rest } = details;
  return {
    id: idOf(1),
    state: 'connected',
    monitored: false,
    media: 'call',
    ...rest,
    customers: customers.map((customer, place) => ({
      id: `customer ${place}`,
      numbers: [],
      nameKnown: false,
      attributes: [],
      attributesLeftOut: 0,
      ...customer,
    })),
  };
}

export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A conversation as the API answers it, with only these participants in it. */
export function answerWith(participants: readonly object[], more: object = {}): ConversationAnswer {
  const entity = { id: idOf(1), startTime: '2026-11-02T09:00:00Z', participants, ...more };
  const [answer] = readListing({ entities: [entity] })?.conversations ?? [];
  if (answer === undefined) throw new Error('This is no conversation');
  return answer;
}

/** A call with one customer, of whom only the number is known. */
export function callWith(
  number: string,
  state: Conversation['state'] = 'connected',
  place = 1,
): Conversation {
  return conversationWith({ id: idOf(place), state, customers: [{ numbers: [number] }] });
}

/** What a page tells that names no customer. */
export const noPage: PageCustomer = {
  otherNumbers: [],
  otherEmails: [],
  isAnyone: true,
  pointedAt: false,
};

/** What a page tells that names one customer by a number. */
export function pageWith(number: string, more: Partial<PageCustomer> = {}): PageCustomer {
  return { ...noPage, number, isAnyone: false, ...more };
}

export type SourceKind = PageCandidate['source']['kind'];

/** A value that a page was found to have. */
export const candidate = (
  value: string,
  kind: SourceKind = 'link',
  certainty = 'likely',
): PageCandidate => ({
  value,
  shown: value,
  source: { kind },
  certainty,
});

/** A page with these values in its fields, the best first. */
export const pageOf = (fields: Record<string, (string | PageCandidate)[]>): PageFields => ({
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, values]) => {
      const [best, ...others] = values.map((one) =>
        typeof one === 'string' ? candidate(one) : one,
      );
      return [name, best && { best, others, filled: best.certainty !== 'possible' }];
    }),
  ),
});
