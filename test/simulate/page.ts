import type { TestPage } from '../harness/view-pages.ts';

/** The page of a tab, as it really is. */
export interface SimulatedPage {
  /** As it is drawn now. */
  now(): TestPage;
  /** The customer that the person means to look at: their number, drawn or not. */
  front(): string;
  frontName(): string;
  /** When it last changed its address before its record, in milliseconds; undefined where it did not. */
  routedAt(): number | undefined;
  /** How often its content has changed. */
  changes(): number;
  /** How often its address has changed. */
  moves(): number;
  /** Whom the person means to look at: what was typed for them is meant for nobody else. */
  identity(): string;
  /** Whether it is a list of several people, each with a number. */
  isList(): boolean;
  /** Whom of the list the person chose. */
  picked(): number | undefined;
  pick(customer: number, now: number): void;
  /** What was chosen until then has been launched: the next launch is of another one. */
  serve(until: number): void;
  /** Loads the list of customers. */
  list(now: number): void;
  isHung(): boolean;
  hang(is: boolean): void;
  go(customer: number, now: number): void;
  /** Loads what it shows once more, in a tab that the browser knows by another ID. */
  wake(tabId: number, now: number): void;
  /** `at`: when the record is drawn. */
  route(customer: number, now: number, at: number): void;
  redraw(customer: number): void;
  /** Whether it shows the fax of its customer. */
  fax(is: boolean): void;
  /** Draws what is due. */
  pass(now: number): void;
}

/** Of the same customers, below their numbers. */
export const faxes: readonly string[] = [
  ...['+15550199777', '+493023125556', '+442079460124', '+14155552672'],
  '+15550199777',
];

/** What a site rule takes for each of them, once a filter has made digits of it. */
export const accounts: readonly string[] = ['1001', '1002', '1003', '1004', '1001'];

/** The first and the last are those of one household: only their names tell the two apart. */
export const numbers: readonly string[] = [
  ...['+15550199888', '+493023125555', '+442079460123', '+14155552671'],
  '+15550199888',
];

export const names: readonly string[] = [
  ...['Alice Martin', 'Bruno Keller', 'Chidi Okafor', 'Dana Novak'],
  'Erin Martin',
];

/** A list of all of them, which names no one. */
export const listTitle = 'Contacts';

/** A page of the first customer, in a tab that the browser knows by this ID. */
export function simulatedPage(firstTabId: number): SimulatedPage {
  let inTab = firstTabId;
  let documents = 1;
  let loadedAt = 0;
  let record = 0;
  let target = 0;
  let path = 0;
  let changes = 0;
  let moves = 0;
  /** The address is one under which another record was shown: coming back to it says nothing. */
  let isRedrawn = false;
  let isHung = false;
  let hasFax = true;
  let isList = false;
  let picked: number | undefined;
  let pickedAt = 0;
  let routedAt: number | undefined;
  let due: { customer: number; at: number }[] = [];
  const draw = (customer: number): void => {
    if (record !== customer) changes += 1;
    record = customer;
  };
  const load = (now: number): void => {
    documents += 1;
    loadedAt = now;
    due = [];
    isHung = false;
    routedAt = undefined;
    isRedrawn = false;
    picked = undefined;
    changes = 0;
    moves = 0;
  };
  const rows = [0, 1, 2, 3].map((row) => [names[row] ?? '', numbers[row] ?? ''] as const);
  return {
    now: () => ({
      documentId: `document ${documents} of tab ${firstTabId}`,
      ...{ loadedAt, inTab },
      ...(isList
        ? {
            address: 'https://crm.example/contacts',
            title: listTitle,
            number: undefined,
            people: rows,
          }
        : {
            address: `https://crm.example/contacts/${path}`,
            title: names[record] ?? '',
            number: numbers[record],
            also: hasFax ? [faxes[record] ?? ''] : [],
            account: `Account no. ${accounts[record]}`,
          }),
    }),
    isList: () => isList,
    picked: () => picked,
    pick: (customer, now) => {
      if (!isList) return;
      picked = customer;
      pickedAt = now;
    },
    serve: (until) => {
      if (pickedAt <= until) picked = undefined;
    },
    list: (now) => {
      load(now);
      isList = true;
    },
    front: () => numbers[(isList ? picked : target) ?? -1] ?? '',
    frontName: () => (isList ? listTitle : (names[target] ?? '')),
    routedAt: () => routedAt,
    changes: () => changes,
    moves: () => moves,
    identity: () => (isList ? 'list' : `customer ${target}`),
    isHung: () => isHung,
    hang: (is) => {
      isHung = is;
    },
    go: (customer, now) => {
      load(now);
      isList = false;
      target = customer;
      path = customer;
      record = customer;
    },
    wake: (tabId, now) => {
      inTab = tabId;
      load(now);
      record = target;
    },
    route: (customer, now, at) => {
      routedAt = now;
      if (path !== customer) moves += 1;
      if (isRedrawn) {
        path = customer;
        target = customer;
        due = [];
        draw(customer);
        return;
      }
      // Under the same address nothing is another record before it is drawn.
      if (path !== customer) target = customer;
      path = customer;
      due = [{ customer, at }];
    },
    redraw: (customer) => {
      isRedrawn = true;
      target = customer;
      due = [];
      draw(customer);
    },
    fax: (is) => {
      if (hasFax !== is) changes += 1;
      hasFax = is;
    },
    pass: (now) => {
      for (const { customer } of due.filter(({ at }) => at <= now)) {
        target = customer;
        draw(customer);
      }
      due = due.filter(({ at }) => at > now);
    },
  };
}
