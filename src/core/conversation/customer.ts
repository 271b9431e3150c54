import { cleanText } from '../base/clean-text.ts';
import { z } from '../base/zod.ts';
import { type Address, isSameEmail, isSameNumber, readAddress } from './address.ts';
import type { Participant } from './answer.ts';
import { attributesOf } from './attributes.ts';
import { addressesOf } from './customer-address.ts';
import { foremost, legsOf, liveLegs, type MediaLeg, stageOfParticipant } from './leg.ts';

/** The person whom a conversation is with. */
export const customerSchema = z.object({
  /** The participant's, to tell one from another in a conference. */
  id: z.string(),
  /** In E.164, or as digits where the network wrote none; the one in use first. */
  numbers: z.array(z.string()),
  extension: z.optional(z.string()),
  /** The network handed over no number; `address` has what it said instead. */
  withheld: z.optional(z.boolean()),
  /** What stands in place of a number or an email address, to be shown only. */
  address: z.optional(z.string()),
  email: z.optional(z.string()),
  name: z.optional(z.string()),
  /** False where the name may be what a network claims, or a place. */
  nameKnown: z.boolean(),
  externalContactId: z.optional(z.string()),
  /** Participant data: name and value, in the order in which they came. */
  attributes: z.array(z.tuple([z.string(), z.string()])),
  /** How many attributes are too long or no text. */
  attributesLeftOut: z.number(),
});

export type Customer = z.infer<typeof customerSchema>;

/** A customer with the leg that says how they are talked to. */
interface CustomerFound {
  customer: Customer;
  leg: MediaLeg | undefined;
}

/**
 * The customers among the participants. Usually one; two talking at a time are a conference, and
 * only the agent knows whom of them a flow is for.
 *
 * A customer has the purpose `customer` or, on business conversations and on emails, `external`, and
 * is no user. A participant who was consulted for a transfer is no customer where there is another one.
 *
 * @param ours the address of the conversation as outsiders see it, which is the organization's own
 */
export function customersOf(
  participants: readonly Participant[],
  ours: string | undefined,
): CustomerFound[] {
  const outsiders = participants.filter(
    ({ purpose = '', userId, address }) =>
      userId === undefined &&
      /^(?:customer|external)$/i.test(purpose.trim()) &&
      readAddress(address)?.kind !== 'user',
  );
  const notConsulted = outsiders.filter(({ consultParticipantId }) => !consultParticipantId);
  const candidates = notConsulted.length > 0 ? notConsulted : outsiders;
  const present = candidates.filter((one) => /^(?:talking|held)$/.test(stageOfParticipant(one)));
  const [first = foremost(candidates), ...others] = present;
  const meant = first === undefined ? [] : [first, ...others];
  return onePerPerson(meant.map((participant) => found(participant, ours)));
}

function found(participant: Participant, ours: string | undefined): CustomerFound {
  const legs = legsOf(participant);
  const live = liveLegs(legs);
  const near = live.length > 0 ? live : legs;
  const [leg] = near;
  const addresses = addressesOf(participant, near, ours);
  const numbers = addresses.flatMap((address) =>
    address.kind === 'number' || address.kind === 'digits' ? [address] : [],
  );
  const email = addresses.find((address) => address.kind === 'email');
  const { externalContactId } = participant;
  const { attributes, leftOut } = attributesOf(participant);
  return {
    leg,
    customer: {
      id: participant.id ?? '',
      numbers: distinct(numbers.map(({ number }) => number)),
      extension: numbers[0]?.extension,
      ...(numbers.length === 0 && email === undefined && placeholderOf(participant, addresses)),
      email: email?.email,
      ...nameOf(participant, near),
      externalContactId,
      attributes,
      attributesLeftOut: leftOut,
    },
  };
}

/** What is shown in place of a number: that it is withheld, and the words that the network sent. */
function placeholderOf(
  { address = '' }: Participant,
  addresses: readonly Address[],
): Pick<Customer, 'withheld' | 'address'> {
  const withheld = addresses.some(({ kind }) => kind === 'withheld');
  return {
    ...(withheld && { withheld }),
    ...(address !== '' && { address: cleanText(address).slice(0, 200) }),
  };
}

/**
 * What the customer is called. On a call without a known contact it may be what the caller's network
 * claims, or the place of the number, so it is not known.
 */
function nameOf(
  { name, externalContactId }: Participant,
  legs: readonly MediaLeg[],
): Pick<Customer, 'name' | 'nameKnown'> {
  const told = legs.flatMap((leg) => [
    leg.callbackUserName,
    leg.media === 'message' ? senderName(leg) : undefined,
    leg.socialUserName,
  ]);
  const isCall = legs[0]?.media === 'call';
  const names = isCall ? [name] : [...told, name];
  const found = (externalContactId ? [name, ...told] : names).find(isName);
  return {
    name: found && cleanText(found).trim().slice(0, 300),
    nameKnown: found !== undefined && (Boolean(externalContactId) || !isCall),
  };
}

function senderName({ direction, fromAddress, toAddress }: MediaLeg): string | undefined {
  return direction?.toLowerCase() === 'outbound' ? toAddress?.name : fromAddress?.name;
}

/** Two letters at least, and no address. */
function isName(text: string | undefined): text is string {
  return text !== undefined && /\p{L}.*\p{L}/u.test(text) && !/^(?:tel|sips?):|@/i.test(text);
}

/**
 * A callback and the call that it became may be two participants of one person: same number, or same
 * email address. They count as one, with the attributes of both.
 */
function onePerPerson(all: readonly CustomerFound[]): CustomerFound[] {
  const people: CustomerFound[] = [];
  for (const one of all) {
    const at = people.findIndex(({ customer }) => isSamePerson(customer, one.customer));
    const before = people[at];
    if (before === undefined) people.push(one);
    else people[at] = merged(before, one);
  }
  return people;
}

function isSamePerson(one: Customer, other: Customer): boolean {
  const [number, otherNumber] = [one.numbers[0], other.numbers[0]];
  if (number !== undefined && otherNumber !== undefined) return isSameNumber(number, otherNumber);
  return one.email !== undefined && isSameEmail(one.email, other.email ?? '');
}

function merged(before: CustomerFound, { customer }: CustomerFound): CustomerFound {
  const { customer: first, leg } = before;
  const named = first.name === undefined ? customer : first;
  return {
    leg,
    customer: {
      ...customer,
      ...first,
      name: named.name,
      nameKnown: named.nameKnown,
      externalContactId: first.externalContactId ?? customer.externalContactId,
      attributes: [...new Map([...first.attributes, ...customer.attributes])],
      attributesLeftOut: first.attributesLeftOut + customer.attributesLeftOut,
    },
  };
}

function distinct(all: readonly string[]): string[] {
  return [...new Set(all)];
}
