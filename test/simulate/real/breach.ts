import type { Front } from './front.ts';
import { customers, numberIn } from './numbers.ts';

interface Posted {
  /** When the server received it. */
  at: number;
  value: string;
  lane: number;
  front: Front;
  /** When the last view was opened. */
  openedAt: number;
  /** For each number of a person's own: the customers for whom it is meant. */
  meant: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Why a launch that the server received was not meant; undefined where it was. */
export function breachOf({ at, value, lane, front, openedAt, meant }: Posted): string | undefined {
  const inFront = front.at(at);
  const own = meant.get(value);
  if (own !== undefined) {
    return [...own].some((each) => inFront.has(each))
      ? undefined
      : `${value} was meant for ${[...own]}, in front was ${[...inFront]}`;
  }
  const customer = customers.findIndex((_, each) => numberIn(lane, each) === value);
  if (inFront.has(customer)) return undefined;
  // A known limit: a view that opens between an address and its record sees but the record before.
  const routedAt = front.routedAt(at);
  if (routedAt !== undefined && routedAt <= openedAt && front.before(routedAt).has(customer)) {
    return undefined;
  }
  return `${value} of ${customer} was sent, in front was ${[...inFront]}`;
}
