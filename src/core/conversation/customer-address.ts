import { type Address, isSameEmail, isSameNumber, readAddress } from './address.ts';
import type { Participant } from './answer.ts';
import type { MediaLeg } from './leg.ts';

/**
 * The addresses of a customer, the surest first. The far end's own address is in `self`; of an
 * outbound call, `ani` is the organization's own number.
 *
 * @param legs the customer's legs that count
 * @param ours the address of the conversation as outsiders see it: the number that was dialed, or that
 *   an outbound call shows
 */
export function addressesOf(
  customer: Participant,
  legs: readonly MediaLeg[],
  ours: string | undefined,
): Address[] {
  const isOutbound = legs[0]?.direction?.toLowerCase() === 'outbound';
  const own = readAddress(ours) ?? (isOutbound ? readAddress(customer.ani) : undefined);
  return legs
    .flatMap((leg) => addressesOfLeg(leg, customer))
    .filter((one) => one !== undefined)
    .filter((one) => !isOurs(one, own));
}

function addressesOfLeg(
  leg: MediaLeg,
  { address, ani }: Participant,
): readonly (Address | undefined)[] {
  switch (leg.media) {
    case 'callback':
      return (leg.callbackNumbers ?? []).map(readAddress);
    case 'call':
      return [
        readAddress(address),
        readAddress(leg.self?.addressNormalized) ?? readAddress(leg.self?.addressRaw),
        leg.direction?.toLowerCase() === 'inbound' ? readAddress(ani) : undefined,
      ];
    case 'message':
      return [messageAddress(leg, address)];
    case 'chat':
    case 'email':
    case 'social':
      return [onlyEmail(readAddress(address))];
  }
}

/** Only text messages and WhatsApp go by number; other platforms have IDs, some of them of digits. */
function messageAddress(leg: MediaLeg, address: string | undefined): Address | undefined {
  const theirs = leg.direction?.toLowerCase() === 'outbound' ? leg.toAddress : leg.fromAddress;
  const read =
    readAddress(theirs?.addressNormalized) ??
    readAddress(theirs?.addressRaw) ??
    readAddress(address);
  const goesByNumber = /^(?:sms|whatsapp)$/i.test(leg.type ?? '');
  return goesByNumber && read?.kind === 'number' ? read : onlyEmail(read);
}

function onlyEmail(address: Address | undefined): Address | undefined {
  return address?.kind === 'email' ? address : address && { kind: 'other' };
}

function isOurs(address: Address, own: Address | undefined): boolean {
  if (own === undefined || own.kind !== address.kind) return false;
  if ('number' in own && 'number' in address) return isSameNumber(own.number, address.number);
  return 'email' in own && 'email' in address && isSameEmail(own.email, address.email);
}
