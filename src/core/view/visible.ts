import type { PageContext } from '../page/context.ts';
import { isSamePage, type Origin, type PageDocument } from '../page/document.ts';
import { isSaid } from '../page/said.ts';
import { extrasOf } from '../session/extras.ts';
import { connectionInUse } from '../settings/settings.ts';
import type { FormView } from './form-view.ts';
import type { LauncherPage, LauncherState, PageMove } from './launcher.ts';

/** Fields that say which customer a page is about. If one becomes another, the page may be another's. */
const identifying = [
  'customerNumber',
  'customerId',
  'customerName',
  'email',
  'conversationId',
] as const;

/** Whether a field says which customer a page is about. */
export function isIdentifying(name: string): boolean {
  return identifying.some((each) => each === name);
}

/** After a move, a value that is still the same counts only after so long, in milliseconds. */
export const longestMove = 2_000;

/** Whether the tab that a view belongs to was closed, or is another one since the browser put it to sleep. */
export function isTabGone(page: LauncherPage): boolean {
  return page.state === 'unreadable' && page.failure.code === 'tab-gone';
}

/**
 * The document of a page that could not be read and whose address is not told: the one that a view has already, as long as
 * nothing says that it is another page by now.
 */
export function unreadIn(page: LauncherPage | undefined, unread: PageDocument): PageDocument {
  const isKnown =
    unread.address === '' && page?.state === 'unreadable' && page.document.address === '';
  return isKnown ? page.document : unread;
}

/** The page in front, where it is known. */
export function frontOf(page: LauncherPage): Origin | undefined {
  if (page.state === 'reading' || isTabGone(page)) return undefined;
  const { documentId, address, title, loadedAt } = page.document;
  const about = page.state === 'read' ? aboutOf(page.context) : undefined;
  return {
    documentId,
    address,
    ...(title !== undefined && { title }),
    ...(loadedAt !== undefined && { loadedAt }),
    ...(about && { about }),
  };
}

/**
 * The page in front, while it is not known which. What is typed then is of the first page that this view reads;
 * another view does not know it, and asks.
 */
export function pageUnknown({ openedAt }: Pick<LauncherState, 'openedAt'>): Origin {
  return { documentId: `unknown ${openedAt}`, address: '' };
}

/**
 * Whether the form waits for its page, which is being read or has become another one, or for what the
 * organization has set.
 */
export function isWaiting({ page, settings }: Pick<LauncherState, 'page' | 'settings'>): boolean {
  if (settings.policy.isPending) return true;
  return page.state === 'reading' || (page.state === 'read' && page.move !== undefined);
}

/**
 * Whether a view glances at a page for as long as it is open: at one that was read, and at one that could not be
 * read just then, as it does not respond or is being replaced.
 */
export function isGlancedAt(page: LauncherPage): boolean {
  if (page.state !== 'unreadable') return page.state === 'read';
  return page.failure.code === 'page-silent' || page.failure.code === 'page-not-readable';
}

/** Whether a form would send what was typed on another page, and the person has not looked at since. */
export function isOfAnotherPage({ problems }: Pick<FormView, 'problems'>): boolean {
  return problems.some(({ code }) => code === 'elsewhere');
}

/** Whether a form might send what was not meant for the customer in front: the person looks first. */
export function mayNotBeMeant(view: Pick<FormView, 'problems' | 'customer' | 'people'>): boolean {
  const { customer, people } = view;
  return isOfAnotherPage(view) || customer?.isAsked === true || people?.isAsked === true;
}

/** Whether the person's conversations are read: the connection is set up for it, and they are signed in. */
export function readsConversations({
  settings,
  session,
}: Pick<LauncherState, 'settings' | 'session'>): boolean {
  const connection = connectionInUse(settings);
  if (connection === undefined || session === undefined) return false;
  return extrasOf(connection).includes('conversations');
}

/** Whether external contacts may be looked up: the connection is set up for it, and the person is signed in. */
export function looksUpContacts({
  settings,
  session,
}: Pick<LauncherState, 'settings' | 'session'>): boolean {
  const connection = connectionInUse(settings);
  return (
    connection !== undefined && session !== undefined && extrasOf(connection).includes('contacts')
  );
}

/**
 * The fields of a page that count now. While the page moves, a value that is still the same as before is
 * left out: a single-page application changes its address first and its record later. Of a page that moved on
 * before it rested nothing counts: what it draws may be the record in between.
 */
export function fieldsThatCount(page: LauncherPage): Pick<PageContext, 'fields'> {
  if (page.state === 'unreadable') return page.context ?? noFields;
  if (page.state === 'reading') return noFields;
  const { context, move } = page;
  if (move === undefined) return context;
  if (move.isOnward) return noFields;
  const fields = Object.entries(context.fields).filter(
    ([name]) => valueIn(context, name) !== valueIn(move.before, name),
  );
  return { fields: Object.fromEntries(fields) };
}

const noFields = { fields: {} };

/** Whether two readings of one document are about different records, as far as they tell. */
export function isOtherRecord(
  before: { document: Origin; context: PageContext },
  now: { document: Origin; context: PageContext },
): boolean {
  if (!isSamePage(before.document, now.document)) return true;
  return identifying.some((name) => {
    const was = valueIn(before.context, name);
    // A value that only comes in addition was drawn late.
    return was !== undefined && was !== valueIn(now.context, name);
  });
}

/**
 * Whether a page that moved surely shows its new record: every field that says who the customer is has another
 * value than before, and no record in between can be the one that is shown.
 */
export function isAllNew({ before, isOnward }: PageMove, now: PageContext): boolean {
  if (isOnward) return false;
  const named = identifying.filter((name) => valueIn(before, name) !== undefined);
  return named.length > 0 && named.every((name) => valueIn(now, name) !== valueIn(before, name));
}

/** What a page says of its customer, by field; undefined where it says nothing. */
function aboutOf(context: PageContext): Origin['about'] {
  const said = identifying.flatMap((name) => {
    const value = valueIn(context, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** What the page itself says, whatever a person has pointed at. */
function valueIn({ fields }: Pick<PageContext, 'fields'>, name: string): string | undefined {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) return undefined;
  return [field.best, ...field.others].find(({ source }) => !isSaid(source))?.value;
}
