import type { ContextSource } from '../settings/settings.ts';
import { type Agreement, agreementOf, type PageCustomer } from './agreement.ts';
import type { Conversation } from './conversation.ts';
import type { Customer } from './customer.ts';
import { inHand, inOrder } from './order.ts';

/** One customer of one conversation. A conference has several. */
export interface Party {
  key: string;
  conversation: Conversation;
  customer: Customer;
}

/** What the person chose: one source, or that both are about the same customer. */
export interface Choice {
  readonly take: 'page' | 'conversation' | 'both';
  /** The key of a party, unless the page is taken. */
  readonly party?: string | undefined;
  /** It was over when it was chosen. One that ends later has to be chosen again. */
  readonly ended?: boolean | undefined;
}

/**
 * What the form can say about the customer.
 *
 * - `none`: neither the page nor a conversation tells of one.
 * - `page`, `conversation`: only one of them does.
 * - `agree`: both are about the same customer.
 * - `mentioned`: the page is about another number, and shows that of the conversation, too.
 * - `disagree`: they are about two customers.
 * - `uncertain`: nothing that both tell can be compared, or they have one number and name two people.
 * - `several`: several customers are equally in hand.
 */
export type Verdict =
  | 'none'
  | 'page'
  | 'conversation'
  | 'agree'
  | 'mentioned'
  | 'disagree'
  | 'uncertain'
  | 'several';

export interface Decision {
  verdict: Verdict;
  /** Whom the agent talks to, where one customer is in hand or was chosen. */
  party: Party | undefined;
  /** All whom the person can choose, in order. */
  parties: readonly Party[];
  /** Whose values go into the form. `neither`: the person is asked first. */
  take: 'page' | 'conversation' | 'both' | 'neither';
  /** Whether a flow may be launched at once: there is nothing to ask. */
  sure: boolean;
  /** The person chose. */
  chosen: boolean;
}

interface Facts {
  page: PageCustomer;
  conversations: readonly Conversation[];
  /** False where there may be more conversations than these. */
  complete: boolean;
  first: ContextSource;
  choice?: Choice | undefined;
}

/**
 * Which customer a form is about: the one rule. Two sources that disagree are never settled silently:
 * nothing is filled in until the person chooses, unless a setting names the source that goes first.
 */
export function whichCustomer(facts: Facts): Decision {
  const parties = partiesOf(inOrder(facts.conversations));
  const decision: Decision = { ...found(facts, parties), parties, chosen: false };
  const { choice } = facts;
  if (choice === undefined) return decision;
  if (choice.take === 'page') return { ...decision, take: 'page', sure: false, chosen: true };
  const party = parties.find(({ key }) => key === choice.party);
  const isGone = party === undefined || (party.conversation.state === 'ended' && !choice.ended);
  // The party that takes the place of the chosen one was not chosen.
  if (isGone) return { ...decision, take: 'neither', sure: false };
  return { ...decision, party, take: choice.take, sure: false, chosen: true };
}

type Found = Pick<Decision, 'verdict' | 'party' | 'take' | 'sure'>;

function found({ page, conversations, complete, first }: Facts, parties: readonly Party[]): Found {
  const hand = partiesOf(inHand(conversations));
  if (page.conversationId !== undefined) {
    const named = parties.filter(({ conversation }) => conversation.id === page.conversationId);
    if (named.length > 0) return ofNamed(named);
    if (hand.length > 0) return asked('disagree', onlyOne(hand), first);
  }
  const tells = page.number !== undefined || page.email !== undefined;
  const agreeing = hand.filter(({ customer }) => agreementOf(page, customer) === 'same');
  const [same, another] = agreeing;
  if (same !== undefined && another === undefined) {
    return { verdict: 'agree', party: same, take: 'both', sure: true };
  }
  const nothing = { party: undefined, take: 'page', sure: true } as const;
  const party = onlyOne(hand);
  if (hand.length === 0) return { verdict: tells ? 'page' : 'none', ...nothing };
  // The agent does not talk to a caller who still rings.
  if (tells && hand[0]?.conversation.state === 'alerting') return { verdict: 'page', ...nothing };
  if (party === undefined || !complete) {
    const take = page.pointedAt || (tells && first === 'page') ? 'page' : 'neither';
    return { verdict: 'several', party: undefined, take, sure: false };
  }
  return ofOne(page, party, agreementOf(page, party.customer), first);
}

/** The address of the page names the conversation, so that one is meant. */
function ofNamed(named: readonly Party[]): Found {
  const party = onlyOne(named);
  if (party === undefined) return { verdict: 'several', party, take: 'neither', sure: false };
  return { verdict: 'agree', party, take: 'both', sure: party.conversation.state !== 'ended' };
}

function ofOne(
  page: PageCustomer,
  party: Party,
  agreement: Agreement,
  first: ContextSource,
): Found {
  switch (agreement) {
    case 'same':
      return { verdict: 'agree', party, take: 'both', sure: true };
    case 'same-name':
      return { verdict: 'agree', party, take: 'both', sure: false };
    case 'mentioned': {
      const take = page.pointedAt ? 'page' : 'conversation';
      return { verdict: 'mentioned', party, take, sure: false };
    }
    case 'other':
      // A number that was clicked or typed just now is what the person means.
      return asked('disagree', party, page.pointedAt ? 'page' : first);
    case 'other-name':
    case 'unknown':
      return asked('uncertain', party, page.pointedAt ? 'page' : first);
    case 'nothing-told': {
      // The page may be about another person: what it says of one does not go along.
      const take = page.isAnyone ? 'both' : 'conversation';
      const sure = page.isAnyone && party.conversation.state !== 'alerting';
      return { verdict: 'conversation', party, take, sure };
    }
  }
}

function asked(verdict: Verdict, party: Party | undefined, first: ContextSource): Found {
  const take = first === 'conversation' && party === undefined ? 'ask' : first;
  return { verdict, party, take: take === 'ask' ? 'neither' : take, sure: false };
}

function onlyOne(parties: readonly Party[]): Party | undefined {
  return parties.length === 1 ? parties[0] : undefined;
}

/**
 * Every customer of every conversation, in the order of the conversations.
 *
 * @internal exported for its test
 */
export function partiesOf(conversations: readonly Conversation[]): Party[] {
  return conversations.flatMap((conversation) =>
    conversation.customers.map((customer, place) => ({
      key: `${conversation.id} ${customer.id || place}`,
      conversation,
      customer,
    })),
  );
}
