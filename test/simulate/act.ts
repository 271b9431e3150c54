import fc from 'fast-check';
import type { ContextSource } from '../../src/core/settings/settings.ts';
import { customer, stories, view } from './stories.ts';

/** What happens in the tab in front, to the tabs or to who is signed in. Customers go by small numbers. */
export type ActInTab =
  /** Another page is loaded. */
  | { act: 'go'; customer: number }
  /** The application changes its address at once, and draws the record `late` milliseconds later. */
  | { act: 'route'; customer: number; late: number }
  /** Only the content becomes another record. */
  | { act: 'redraw'; customer: number }
  /** The page stops answering, or answers again. */
  | { act: 'hang'; is: boolean }
  /** The list of customers is loaded. */
  | { act: 'list' }
  | { act: 'wait'; time: number }
  /** Opens a view, or closes it and opens it again. */
  | { act: 'open'; view: 0 | 1 }
  | { act: 'close'; view: 0 | 1 }
  /** A pinned flow is clicked in the menu: the popup opens with what was meant. */
  | { act: 'menu'; selects: boolean }
  /** A number is typed in the address bar: the popup opens with it. */
  | { act: 'address-bar' }
  /** The page loses what stands below the number, its fax, or has it again. */
  | { act: 'fax'; is: boolean }
  /** The settings become others: another connection, or one that asks before a launch. */
  | { act: 'settings'; place: 0 | 1; asks: boolean }
  /** The organization allows less than before, or all again. */
  | { act: 'policy'; forbids: 'flow' | 'connection' | 'launching at once' | undefined }
  /** The server will say to the next POST that there were too many. */
  | { act: 'limit' }
  /** The worker ends, whatever it was doing, and the next one begins. */
  | { act: 'worker-ends' }
  /** The person gives up what was not sent yet. */
  | { act: 'cancel' }
  /** The computer sleeps for ten minutes. */
  | { act: 'sleep' }
  | { act: 'person'; isAda: boolean }
  /** The token is used up: what is launched waits until a person has signed in. */
  | { act: 'expire' }
  /** The other tab comes to the front. */
  | { act: 'turn' }
  /** The tab in front is closed. */
  | { act: 'close-tab' }
  /** The browser puts the tab behind to sleep. */
  | { act: 'sleep-behind' }
  /** The person's conversation ends, and one with this customer begins. */
  | { act: 'talk'; customer: number }
  | { act: 'hang-up' };

/** What a person does in a view that is open. */
export type ActInView =
  | { act: 'type'; view: 0 | 1 }
  /** Chooses what the page offers, as from the menu of candidates. */
  | { act: 'choose'; view: 0 | 1; what: 'number' | 'fax' }
  /** Says which of the people on the page the form is about. */
  | { act: 'pick'; view: 0 | 1; customer: number }
  | { act: 'keep'; view: 0 | 1 }
  | { act: 'take'; view: 0 | 1 }
  | { act: 'press'; view: 0 | 1; anyway: boolean }
  | { act: 'answer'; view: 0 | 1; yes: boolean }
  | { act: 'key'; view: 0 | 1 }
  | { act: 'again'; view: 0 | 1 }
  /** Launches again what was launched last, by the history: the form as it was. */
  | { act: 'repeat'; view: 0 | 1 }
  /** Says whom the form is about. */
  | { act: 'customer'; view: 0 | 1; take: 'page' | 'conversation' | 'both' };

export type Act = ActInTab | ActInView;

const inView: ReadonlySet<Act['act']> = new Set([
  'type',
  'choose',
  'pick',
  'keep',
  'take',
  'press',
  'answer',
  'key',
  'again',
  'repeat',
  'customer',
]);

export function isInView(act: Act): act is ActInView {
  return inView.has(act.act);
}

/** How a trial is set up, and what happens in it. */
export interface Trial {
  confirmLaunch: boolean;
  launchAtOnce: boolean;
  readsConversations: boolean;
  contextFirst: ContextSource;
  /** The popup opens in a window of its own, and stays when another tab comes to the front. */
  ownWindow: boolean;
  /** How long readings take, in turn, in milliseconds. */
  latencies: readonly number[];
  acts: readonly Act[];
}

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('go'), customer }) },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('route'), customer, late: fc.nat({ max: 1_500 }) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('redraw'), customer }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('list') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('hang'), is: fc.boolean() }) },
  { weight: 10, arbitrary: fc.record({ act: fc.constant('wait'), time: fc.nat({ max: 3_000 }) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('open'), view }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('close'), view }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('menu'), selects: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('address-bar') }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('fax'), is: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('settings'), place: view, asks: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('policy'),
      forbids: fc.constantFrom('flow', 'connection', 'launching at once', undefined, undefined),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('limit') }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('worker-ends') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('cancel') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('sleep') }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('type'), view }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('choose'),
      view,
      what: fc.constantFrom('number', 'fax'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('pick'), view, customer }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('keep'), view }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('take'), view }) },
  { weight: 8, arbitrary: fc.record({ act: fc.constant('press'), view, anyway: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('answer'), view, yes: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('key'), view }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('again'), view }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('repeat'), view }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('person'), isAda: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('expire') }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('turn') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('close-tab') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('sleep-behind') }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('talk'), customer }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('hang-up') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('customer'),
      view,
      take: fc.constantFrom('page', 'conversation', 'both'),
    }),
  },
) as fc.Arbitrary<Act>;

const acts = (most: number): fc.Arbitrary<Act[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 48, arbitrary: act.map((each) => [each]) },
        ...stories.map((arbitrary) => ({ weight: 1, arbitrary })),
      ),
      { minLength: 4, maxLength: most },
    )
    .map((some) => some.flat());

/** Trials of about so many acts at most. */
export const trialsOf = (mostActs: number): fc.Arbitrary<Trial> =>
  fc.record({
    confirmLaunch: fc.boolean(),
    launchAtOnce: fc.boolean(),
    readsConversations: fc.boolean(),
    contextFirst: fc.constantFrom('ask', 'ask', 'conversation', 'page'),
    ownWindow: fc.boolean(),
    latencies: fc.array(fc.constantFrom(5, 20, 60, 250, 900, 2_500), {
      minLength: 1,
      maxLength: 6,
    }),
    acts: acts(mostActs),
  });

export const trials = trialsOf(40);

/** Whether the person asks for a launch in a trial: presses `Launch` in a view that is open, or opens one by the menu. */
export function asksForLaunch({ acts, launchAtOnce }: Trial): boolean {
  const open = new Set<number>();
  return acts.some((step) => {
    if (step.act === 'open') open.add(step.view);
    if (step.act === 'close') open.delete(step.view);
    const isMeant = step.act === 'menu' || step.act === 'address-bar';
    if (isMeant) open.add(0);
    return step.act === 'press' ? open.has(step.view) : isMeant && launchAtOnce;
  });
}
