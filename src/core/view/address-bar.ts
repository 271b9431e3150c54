import { folded } from '../base/fold.ts';
import { type FlowChoice, type FlowHits, flowSearch } from '../flow/search.ts';

/** What was typed after the keyword in the address bar, understood. */
export interface AddressBarChoice {
  flow: FlowChoice;
  /** The customer's number, as it was typed. */
  number: string | undefined;
}

/**
 * Reads `request callback +1 555 0199`: a flow's name, or words of it, and perhaps a number. A flow that is named in
 * full comes first, because a line that was chosen comes back as its text; then the best. Digits that belong to a
 * flow's name are taken as the name.
 */
export function readAddressBar(
  typed: string,
  flows: readonly FlowChoice[],
  limit: number,
): readonly AddressBarChoice[] {
  const offered = flows.filter(({ cannotLaunch }) => cannotLaunch === undefined);
  const search = flowSearch(offered);
  const all = readings(typed.trim());
  const named = all.flatMap(({ query, number }) => {
    const whole = folded(query);
    return offered.filter(({ name }) => folded(name) === whole).map((flow) => ({ flow, number }));
  });
  const others = firstFound(all, (query) => search(query, limit)).filter((each) =>
    named.every(({ flow }) => flow.id !== each.flow.id),
  );
  return [...named, ...others].slice(0, limit);
}

/** What the first reading finds that finds anything. */
function firstFound(
  all: readonly Reading[],
  search: (query: string) => FlowHits,
): AddressBarChoice[] {
  for (const { query, number, digits } of all) {
    // Digits in its description or its ID do not make a flow of a customer's number.
    const hits = search(query).hits.filter(({ flow }) =>
      digits.every((each) => folded(flow.name).includes(each)),
    );
    if (hits.length > 0) return hits.map(({ flow }) => ({ flow, number }));
  }
  return [];
}

interface Reading {
  query: string;
  number: string | undefined;
  /** What looks like a number in the query, and has to stand in the flow's name. */
  digits: readonly string[];
}

/** The whole as a name first, then every end that could be a number, the shortest first. */
function readings(typed: string): Reading[] {
  const words = typed.split(/\s+/);
  const splits = words.map((_, place) => ({
    query: words.slice(0, place).join(' '),
    number: words.slice(place).join(' '),
  }));
  const withNumber = splits.toReversed().filter(({ number }) => looksLikeNumber.test(number));
  const digits = withNumber.at(0)?.number.split(' ') ?? [];
  const whole = { query: typed, number: undefined, digits };
  return [whole, ...withNumber.map((each) => ({ ...each, digits: [] }))];
}

const looksLikeNumber = /^\+?[\d(][\d\s()./-]{3,}\d$/;
