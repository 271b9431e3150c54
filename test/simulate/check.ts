import type { Launch } from '../../src/core/launch/launch.ts';
import { flow } from '../harness/view-world.ts';
import type { Trial } from './act.ts';
import { checkKept } from './check-kept.ts';
import { checkBeside, checkInFront, checkListed } from './check-page.ts';
import { checkTab } from './check-tab.ts';
import { checkAsked, checkInHand } from './check-talk.ts';
import { type OwnNumbers, ownNumbers, type Viewed } from './own.ts';
import { faxes, numbers } from './page.ts';
import type { Posted } from './posted.ts';
import { type Invariant, input, Violation } from './rules.ts';
import { isThere } from './tab.ts';
import type { Talks } from './talks.ts';

/** Says that an invariant did not hold. */
export type Breaks = (invariant: Invariant, detail: string) => void;

/** What a trial knows to be right, and how often each invariant was put to the test. */
export interface Check {
  counts: Record<string, number>;
  own: OwnNumbers;
  /** What a view shows, after each thing that happens to it. */
  shows(view: Viewed): void;
  refused(why: string): void;
  cancelled(id: string): void;
  /** The server has taken a launch, and every view that shows it was told. */
  accepted(id: string): void;
  posted(post: Posted): void;
}

export function checkOf(
  talks: Talks,
  trial: Pick<Trial, 'readsConversations' | 'contextFirst'>,
): Check {
  const counts: Record<string, number> = {};
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const own = ownNumbers();
  /** Numbers of a person's own that were launched, by the launch. */
  const launched = new Map<string, Launch['id']>();
  const cancelled = new Set<string>();
  const accepted = new Set<string>();

  return {
    counts,
    own,
    shows: (view) => {
      const value = view.state.draft.forms[flow.id]?.values[input];
      // There is no form for a tab that is gone.
      if (accepted.size === 0 || typeof value !== 'string' || !isThere(view)) return;
      count('left');
      if (accepted.has(launched.get(value) ?? '') && !own.isKept(value)) {
        throw new Violation([['left', `${value} was launched, and is in the form.`]]);
      }
    },
    refused: (why) => count(`refused: ${why}`),
    cancelled: (id) => void cancelled.add(id),
    accepted: (id) => void accepted.add(id),
    posted: (post) => {
      const { id, inputData, cause, shown, session, isLeftBehind } = post;
      const broken: [Invariant, string][] = [];
      const breaks: Breaks = (...each) => void broken.push(each);
      const value = inputData?.[input];
      if (typeof value === 'string' && ![...numbers, ...faxes].includes(value)) {
        launched.set(value, id);
      }
      const isInHand = checkInHand(post, talks, breaks, count);
      checkKept(post, cancelled, breaks, count);
      if (!isLeftBehind) checkAsked(post, talks, trial, breaks, count);
      checkInFront(post, { own, isInHand }, breaks, count);
      checkListed(post, talks, breaks, count);
      checkTab(post, own, breaks, count);
      checkBeside(post, isInHand, breaks, count);
      count('edit');
      if (cause === undefined) breaks('edit', `Sent ${value}.`);
      count('once');
      if (cause?.used) breaks('once', `Sent ${value} again.`);
      if (cause) cause.used = true;
      count('on-screen');
      if (cause && !cause.confirmed.has(JSON.stringify(inputData))) {
        breaks('on-screen', `Sent ${value}; on screen was ${[...cause.confirmed]}.`);
      }
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
