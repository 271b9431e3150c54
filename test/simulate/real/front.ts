/** What a page's own log says: which customer's number was drawn, or whose the address became. */
export type Logged = { at: number; drawn: number } | { at: number; routed: number };

/** So long a look, a glance or a POST may be on its way, in milliseconds. */
const onItsWay = 600;

/** The customers in front of a person, as they came. */
export interface Front {
  /** A page of this customer is loaded from now on; what was there before ends with `loaded`. */
  loads(customer: number): void;
  loaded(): void;
  heard(log: readonly Logged[]): void;
  /** Whose page was in front at a time, or a moment earlier. */
  at(time: number): Set<number>;
  /** Whose page was in front before a time. */
  before(time: number): Set<number>;
  /** When the address last became another customer's before their record was drawn. */
  routedAt(time: number): number | undefined;
}

/** Keeps whose page a tab shows. An address that became another customer's counts before the record. */
export function frontOf(now: () => number): Front {
  let events: { at: number; customer: number; isRoute: boolean }[] = [];
  const add = (customer: number, at = now(), isRoute = false) =>
    events.push({ at, customer, isRoute });
  return {
    loads: (customer) => void add(customer),
    loaded: () => {
      const last = events.at(-1);
      if (last) add(last.customer);
    },
    heard: (log) => {
      const known = new Set(events.map((event) => JSON.stringify(event)));
      for (const line of log) {
        const isRoute = 'routed' in line;
        const event = { at: line.at, customer: isRoute ? line.routed : line.drawn, isRoute };
        if (!known.has(JSON.stringify(event))) events.push(event);
      }
      events = events.toSorted((a, b) => a.at - b.at);
    },
    before: (time) => new Set(events.filter(({ at }) => at < time).map((each) => each.customer)),
    at: (time) => {
      const during = events.filter(({ at }) => at <= time && at > time - onItsWay);
      const earlier = events.filter(({ at }) => at <= time - onItsWay).at(-1);
      return new Set([earlier, ...during].flatMap((event) => event?.customer ?? []));
    },
    routedAt: (time) => events.filter(({ at, isRoute }) => isRoute && at <= time).at(-1)?.at,
  };
}
