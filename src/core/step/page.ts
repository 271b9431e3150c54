import { movedTo, onPage } from '../form/origin.ts';
import { isOtherCustomer, isSameOrigin, isSamePage } from '../page/document.ts';
import { type At, andThen, type Effect, reading, type Step, still } from '../view/happening.ts';
import type { LauncherPage, LauncherState, PageMove, ReadPage, Stir } from '../view/launcher.ts';
import {
  frontOf,
  isAllNew,
  isGlancedAt,
  isOtherRecord,
  longestMove,
  pageUnknown,
  unreadIn,
} from '../view/visible.ts';

/** Content that keeps changing is read again after so long, in milliseconds, though it does not rest. */
const longestStir = 1_000;

type MovablePage = Extract<LauncherPage, { state: 'read' }>;

/** A page whose content seems to rest is read again after so long, in milliseconds. */
const longestUnread = 2_000;

/** The page was read. If it is about another record now, the form waits until that is drawn. */
export function takePage(state: LauncherState, event: At & { type: 'page-read' }): Step {
  const { read, page, changes, moves, at } = event;
  if (isOutdated(state, read)) return still(state);
  const move = moveAfter(state.page, page, at, isSkipped(state, event));
  const now = { state: 'read', ...page, move } as const;
  const said = stillSaid(state, now);
  const taken = withDraftOfPage({
    ...state,
    reads: { ...state.reads, taken: read },
    stir: { changes, moves },
    page: now,
    said,
    openedLaunch: openedOn(state, now),
  });
  // This reading still holds what a click said of the customer before.
  const isSaidGone = state.said !== undefined && said === undefined;
  return isSaidGone ? andThen(taken, (next) => reading(next)) : taken;
}

/** A launch that was opened on one page does not stand in place of the next one's form. */
function openedOn(
  { openedLaunch, page }: LauncherState,
  now: Exclude<LauncherPage, { state: 'reading' }>,
): string | undefined {
  if (page.state === 'reading') return openedLaunch;
  const isSame =
    page.document.address === now.document.address && !isOtherCustomer(frontOf(page), frontOf(now));
  return isSame ? openedLaunch : undefined;
}

/** Whether a later reading was taken, or this one. One that did not come in time is still heard. */
function isOutdated({ page, reads }: LauncherState, read: number): boolean {
  const isAwaited = page.state === 'unreadable' && page.failure.code === 'page-silent';
  return isAwaited ? read < reads.taken : read <= reads.taken;
}

function stirOf({ changes, moves }: Stir): Stir {
  return { changes, moves };
}

/** Whether the page was at another address in between, which no view has seen. */
function isSkipped({ stir }: LauncherState, { moves }: { moves: number }): boolean {
  return moves - stir.moves > 1;
}

function moveAfter(
  before: LauncherPage,
  now: ReadPage,
  at: number,
  skips: boolean,
): PageMove | undefined {
  // Another document holds nothing of the one before.
  if (before.state !== 'read' || before.document.documentId !== now.document.documentId) return;
  const { move } = before;
  const { address } = now.document;
  if (move === undefined) {
    return isOtherRecord(before, now) ? moveFrom(before, address, at, skips) : undefined;
  }
  // After a glance noticed the move, the document is still the one that was read before it.
  const isReadSince = isSamePage(before.document, now.document);
  if (!isReadSince || move.to !== address) return moveFrom(before, address, at, skips);
  return isLongAgo(move, at) ? undefined : move;
}

/** A time in the future means that the clock was set back. */
function isLongAgo({ since }: PageMove, at: number): boolean {
  return at - since >= longestMove || at < since;
}

function moveFrom(
  { context, move }: MovablePage,
  to: string,
  since: number,
  skips: boolean,
): PageMove {
  const isOnward = skips || (move !== undefined && (move.isOnward || move.to !== to));
  return { since, before: context, to, isOnward };
}

/** The worker found another page in the tab than the one of the launch: its values wait until it is read again. */
export function foundAnother(state: LauncherState, { at }: At): Step {
  const { page } = state;
  if (page.state !== 'read') return reading(state);
  const move = moveFrom(page, page.document.address, at, false);
  return reading({ ...state, page: { ...page, move } });
}

/** Of a page that cannot be read nothing else tells that another one took its place. */
export function notKnown(state: LauncherState): LauncherState {
  return state.page.state === 'unreadable' ? { ...state, page: { state: 'reading' } } : state;
}

/** The page cannot be read. The form goes on without it. */
export function takeUnreadable(
  state: LauncherState,
  event: At & { type: 'page-unreadable' },
): Step {
  const { read, failure, context } = event;
  if (isOutdated(state, read)) return still(state);
  const document = unreadIn(state.page, event.document);
  const page = { state: 'unreadable', failure, document, context } as const;
  return withDraftOfPage({
    ...state,
    reads: { ...state.reads, taken: read },
    page,
    said: stillSaid(state, page),
    openedLaunch: openedOn(state, page),
  });
}

/**
 * The page did not answer in time: the form goes on without it, and it is read when it can be. What was read
 * of it before stays, unless it was about to become another record.
 */
export function takeSilence(state: LauncherState, event: At & { type: 'page-silent' }): Step {
  const { page } = state;
  const isKnown = page.state === 'unreadable' || (page.state === 'read' && page.move === undefined);
  if (isKnown) return still(state);
  const failure = { code: 'page-silent', params: {} } as const;
  return takeUnreadable(state, { ...event, type: 'page-unreadable', failure });
}

/** A quick look: the page is read again if it is another one, or its content changed and now rests. */
export function takeGlance(state: LauncherState, event: At & { type: 'glanced' }): Step {
  const { glance, at } = event;
  const { page, reads, stir } = state;
  // A reading that is under way will know better.
  if (!isGlancedAt(page) || reads.asked > reads.taken) return still(state);
  if (page.state !== 'read') return glance === undefined ? still(state) : reading(state);
  // The browser no longer lets us see the page: a reading says why.
  if (glance === undefined) return reading(state);
  const isThere = page.document.address === glance.address;
  const openedLaunch = isThere ? state.openedLaunch : undefined;
  if (page.document.documentId !== glance.documentId) {
    return reading({ ...state, page: { state: 'reading' }, openedLaunch });
  }
  if (!isThere) {
    // It may move on before it has drawn the record: its last values may still be the old ones.
    const move = moveFrom(page, glance.address, at, isSkipped(state, glance));
    const stirred = { ...state, stir: stirOf(glance) };
    return reading({ ...stirred, page: { ...page, move }, openedLaunch });
  }
  if (glance.changes !== stir.changes) {
    const since = stir.since ?? at;
    const stirred = { ...state, stir: { ...stirOf(glance), since } };
    return at - since >= longestStir ? reading(stirred) : still(stirred);
  }
  // Some of what changes is not seen from outside, such as what a script writes into an input.
  const isOld = at - page.document.readAt >= longestUnread;
  if (stir.since !== undefined || isOld) return reading(state);
  return page.move === undefined ? still(state) : rested(state, page, page.move, at);
}

/** The page has not changed since it was read, but the form still waits for it. */
function rested(state: LauncherState, page: MovablePage, move: PageMove, at: number): Step {
  if (isAllNew(move, page.context)) return still({ ...state, page: { ...page, move: undefined } });
  return isLongAgo(move, at) ? reading(state) : still(state);
}

/** What a click said belongs to the page that it was made on, and to its customer, and goes with them. */
function stillSaid(
  { said }: LauncherState,
  page: Exclude<LauncherPage, { state: 'reading' }>,
): LauncherState['said'] {
  if (said === undefined) return undefined;
  const { document } = page;
  if (said.document !== undefined && !isSamePage(said.document, document)) return undefined;
  const front = frontOf(page);
  if (said.origin && front && !isSameOrigin(said.origin, front)) return undefined;
  return { ...said, document: said.document ?? document, origin: said.origin ?? front };
}

/** The drafts, without values that were taken from another page than the one in front. */
function withDraftOfPage(state: LauncherState): Step {
  const front = frontOf(state.page);
  if (front === undefined) return still(state);
  const forms = Object.entries(state.draft.forms).map(
    ([flowId, form]) => [flowId, onPage(movedTo(form, pageUnknown(state), front), front)] as const,
  );
  const isSame = forms.every(([flowId, form]) => state.draft.forms[flowId] === form);
  if (isSame) return still(state);
  const draft = { ...state.draft, forms: Object.fromEntries(forms) };
  const effects: Effect[] = [{ do: 'save-draft', draft }];
  return { state: { ...state, draft }, effects };
}
