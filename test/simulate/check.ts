import { type Launch, wasAccepted } from '../../src/core/launch/launch.ts';
import type { LauncherState } from '../../src/core/view/launcher.ts';
import { flow } from '../harness/view-world.ts';
import type { Trial } from './act.ts';
import { checkKept } from './check-kept.ts';
import { accounts, faxes, names, numbers, type SimulatedPage } from './page.ts';
import type { Posted } from './posted.ts';
import { type Invariant, input, Violation } from './rules.ts';
import { titleIn } from './shown.ts';
import type { Talks } from './talks.ts';

/** Says that an invariant did not hold. */
export type Breaks = (invariant: Invariant, detail: string) => void;

interface Viewed {
  state: LauncherState;
}

/** What a trial knows to be right, and how often each invariant was put to the test. */
export interface Check {
  counts: Record<string, number>;
  /** A number that was not used before, selected on a page. */
  number(identity: string): string;
  /** A number that was not used before, typed in a view. */
  typed(view: Viewed): string;
  kept(view: Viewed, value: unknown): void;
  /** A launch is made again, by hand, in a view that shows this conversation. */
  repeated(launch: Launch, shown: string | undefined): void;
  pageRead(view: Viewed): void;
  /** What a view shows, after each thing that happens to it. */
  shows(view: Viewed): void;
  refused(why: string): void;
  cancelled(id: string): void;
  posted(post: Posted): void;
}

const anyPage = 'any page';

export function checkOf(
  page: SimulatedPage,
  talks: Talks,
  chosen: ReadonlySet<string>,
  { readsConversations, contextFirst }: Pick<Trial, 'readsConversations' | 'contextFirst'>,
): Check {
  const counts: Record<string, number> = {};
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  /** For each number of a person's own: the pages on which it is meant. */
  const meant = new Map<string, Set<string>>();
  /** Numbers typed in a view that knew no page: they are meant on the first that it knows. */
  const waiting = new Map<object, string[]>();
  /** Numbers of a person's own that were launched, by the launch. */
  const launched = new Map<string, string>();
  /** Those that they kept in the form: a launch on its way then is not all that they mean by them. */
  const keptOnes = new Set<string>();
  const cancelled = new Set<string>();
  let made = 0;
  const next = (): string => {
    made += 1;
    return `+1555010${String(made).padStart(4, '0')}`;
  };
  /** Whether a view has the page as it is, so that what is done in it is done on that page. */
  const knows = ({ state }: Viewed): boolean => {
    const { documentId, address, number } = page.now();
    return (
      state.page.state === 'read' &&
      state.page.document.documentId === documentId &&
      state.page.document.address === address &&
      (page.isList() || number === page.front())
    );
  };

  /** The customer whose page a view shows its form beside. */
  const shownIn = ({ state }: Viewed): string[] => {
    const customer = names.indexOf(titleIn(state) ?? '');
    return customer < 0 ? [] : [`customer ${customer}`];
  };

  const isMeantHere = (value: string): boolean =>
    [anyPage, page.identity()].some((each) => meant.get(value)?.has(each));

  /** What is sent of a conversation is of the one that went on when it was looked at. */
  const inHand = ({ inputData, conversationId, lookedAt }: Posted, breaks: Breaks): boolean => {
    const talk = talks.named(conversationId);
    if (talk === undefined) return false;
    count('in-hand');
    if (talk.endedAt !== undefined && talk.endedAt < lookedAt) {
      breaks('in-hand', `The conversation with ${talk.number} had ended.`);
    }
    return inputData?.['Flow.customerNumber'] === talk.number;
  };

  const asked = ({ inputData, lookedAt, isTouched, knownSince }: Posted, breaks: Breaks): void => {
    const talk = talks.current();
    if (!readsConversations || contextFirst !== 'ask' || talk === undefined) return;
    if (page.isList()) return;
    // A view that could not read the page does not know whom it is about.
    const isSeen = knownSince !== undefined && talk.since < lookedAt;
    const isSame = talk.number === page.front() && talk.name === page.frontName();
    if (!isSeen || isSame) return;
    const isFilledIn =
      !isTouched && numbers.some((each) => each === inputData?.['Flow.customerNumber']);
    if (!isFilledIn) return;
    count('asked');
    if (!chosen.has(page.identity())) {
      breaks('asked', `On the page ${page.front()}, in hand ${talk.number}.`);
    }
  };

  /** Of the people of a list only the one whom the person chose is meant, or what they typed there. */
  const listed = (
    { inputData, cause, isLeftBehind, conversationId }: Posted,
    breaks: Breaks,
  ): void => {
    const value = String(inputData?.[input]);
    // Where a conversation says whom the form is about, the page is not asked.
    if (!page.isList() || isLeftBehind || talks.named(conversationId)?.number === value) return;
    if (!numbers.includes(value)) return;
    count('listed');
    const chosen = cause?.picked;
    if (chosen === undefined || numbers[chosen] !== value) {
      breaks(
        'listed',
        `Sent ${value}; chosen was ${chosen === undefined ? 'nobody' : names[chosen]}.`,
      );
    }
  };

  return {
    counts,
    number: (identity) => {
      const value = next();
      meant.set(value, new Set([identity]));
      return value;
    },
    typed: (view) => {
      const value = next();
      const isUnread = view.state.page.state !== 'read';
      // A known limit: what is typed before a view has read any page is of the first that it reads.
      const here = isUnread ? [anyPage] : knows(view) ? [page.identity()] : [];
      meant.set(value, new Set([...here, ...shownIn(view)]));
      if (isUnread) {
        waiting.set(view, [...(waiting.get(view) ?? []), value]);
      }
      return value;
    },
    kept: (view, value) => {
      if (typeof value !== 'string') return;
      keptOnes.add(value);
      const before = meant.get(value) ?? [];
      if (knows(view)) meant.set(value, new Set([...before, page.identity()]));
    },
    repeated: ({ inputs, conversationId, page: launched }, shown) => {
      // Beside the same page, while the view shows the same conversation, it is as if it were typed there.
      const isTalk = conversationId !== undefined && conversationId === shown;
      const isHere = isTalk && launched?.title === page.now().title;
      for (const value of Object.values(inputs ?? {}).map(String)) {
        keptOnes.add(value);
        if (isHere) meant.set(value, new Set([...(meant.get(value) ?? []), page.identity()]));
      }
    },
    pageRead: (view) => {
      for (const value of waiting.get(view) ?? []) {
        meant.get(value)?.delete(anyPage);
        meant.get(value)?.add(page.identity());
      }
      waiting.delete(view);
    },
    shows: ({ state }) => {
      const { launch, draft } = state;
      const value = draft.forms[flow.id]?.values[input];
      if (launch === undefined || !wasAccepted(launch) || typeof value !== 'string') return;
      count('left');
      if (launched.get(value) === launch.id && !keptOnes.has(value)) {
        throw new Violation([['left', `${value} was launched, and is in the form.`]]);
      }
    },
    refused: (why) => count(`refused: ${why}`),
    cancelled: (id) => void cancelled.add(id),
    posted: (post) => {
      const { inputData, cause, shown, session, knownSince } = post;
      const broken: [Invariant, string][] = [];
      const breaks: Breaks = (...each) => void broken.push(each);
      const isInHand = inHand(post, breaks);
      checkKept(post, cancelled, breaks, count);
      if (!post.isLeftBehind) asked(post, breaks);
      const value = inputData?.['Flow.customerNumber'];
      const fax = faxes.indexOf(String(value));
      const ofPage = fax < 0 ? value : numbers[fax];
      const isOfPage = numbers.some((each) => each === ofPage);
      if (!isOfPage && typeof value === 'string') launched.set(value, post.id);
      count(isOfPage ? 'in-front: of the page' : 'in-front: typed or selected');
      // A view that opens while an application has its next address and still its last record sees but that.
      const isBetween = (page.routedAt() ?? -1) >= 0 && (page.routedAt() ?? 0) <= (knownSince ?? 0);
      // A page that became another one just before it stopped answering says so to nobody.
      const isAged = (cause?.toldAge === true && page.isHung()) || post.isLeftBehind;
      // Of a list, the one is meant who was chosen then, whoever is chosen next.
      const front = page.isList() ? numbers[cause?.picked ?? -1] : page.front();
      const isFront = (number: unknown): boolean =>
        number === front || (isBetween && number === page.now().number) || isAged;
      const isFaxGone =
        fax >= 0 && !isAged && !page.isHung() && !page.now().also?.includes(faxes[fax] ?? '');
      if (isFaxGone) breaks('in-front', `The page has the fax ${value} no more.`);
      const note = String(inputData?.['Flow.note'] ?? '').replace('Account ', '');
      if (note !== '') {
        count('in-front: by a rule of the site');
        const of = numbers[accounts.indexOf(note)];
        if (!isFront(of) && !isMeantHere(`Account ${note}`))
          breaks('in-front', `Account ${note} is not of ${page.front()}.`);
      }
      const isInFront = isInHand || isFront(ofPage) || isMeantHere(String(value));
      if (isOfPage && !isInFront) {
        breaks('in-front', `Sent ${value}; in front is ${page.front()}.`);
      }
      if (typeof value === 'string' && !isOfPage && !isMeantHere(value) && !post.isLeftBehind) {
        breaks('in-front', `${value} was meant on another page.`);
      }
      listed(post, breaks);
      count('edit');
      if (cause === undefined) breaks('edit', `Sent ${value}.`);
      count('once');
      if (cause?.used) breaks('once', `Sent ${value} again.`);
      if (cause) cause.used = true;
      count('on-screen');
      if (cause && !cause.confirmed.has(JSON.stringify(inputData))) {
        breaks('on-screen', `Sent ${value}; on screen was ${[...cause.confirmed]}.`);
      }
      count('beside');
      // Of a page that does not answer the browser tells no name.
      const there = [page.now().title, page.frontName(), ''];
      const isBeside = there.some((name) => cause?.beside.has(name));
      if (!isBeside && !page.isHung() && !post.isLeftBehind)
        breaks('beside', `Shown was ${[...(cause?.beside ?? [])]}.`);
      count('connection');
      if (cause && cause.isElsewhere !== post.goesElsewhere) {
        breaks('connection', 'It goes to another one.');
      }
      if (cause && post.asks && !cause.answered) breaks('connection', 'The question was skipped.');
      count('person');
      if (shown?.user?.id !== session.user?.id) {
        breaks('person', `Shown was ${shown?.user?.name}.`);
      }
      if (broken.length > 0) throw new Violation(broken);
    },
  };
}
