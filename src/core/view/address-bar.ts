import { type FlowChoice, flowSearch } from '../flow/search.ts';

/** What was typed after the keyword in the address bar, understood. */
export interface AddressBarChoice {
  flow: FlowChoice;
  /** The customer's number, as it was typed. */
  number: string | undefined;
}

/**
 * Reads `request callback +1 555 0199`: a flow's name, or words of it, and perhaps a number. The
 * best flows come first. Digits that belong to a flow's name are taken as the name.
 */
export function readAddressBar(
  typed: string,
  flows: readonly FlowChoice[],
  limit: number,
): readonly AddressBarChoice[] {
  const search = flowSearch(flows.filter(({ cannotLaunch }) => cannotLaunch === undefined));
  for (const { query, number } of readings(typed.trim())) {
    const { hits } = search(query, limit);
    if (hits.length > 0) return hits.map(({ flow }) => ({ flow, number }));
  }
  return [];
}

/** The whole as a name first, then every end that could be a number, the shortest first. */
function readings(typed: string): { query: string; number: string | undefined }[] {
  const words = typed.split(/\s+/);
  const splits = words.map((_, place) => ({
    query: words.slice(0, place).join(' '),
    number: words.slice(place).join(' '),
  }));
  const withNumber = splits.toReversed().filter(({ number }) => looksLikeNumber.test(number));
  return [{ query: typed, number: undefined }, ...withNumber];
}

const looksLikeNumber = /^\+?[\d(][\d\s()./-]{3,}\d$/;
