import type { Launch } from '../launch/launch.ts';
import type { Origin, PageDocument } from '../page/document.ts';
import { keyOfPerson, mayBeBy, personOf } from '../session/person.ts';
import { connectionInUse, connectionKey } from '../settings/settings.ts';
import type { LauncherState, Unfinished } from './launcher.ts';
import { frontOf } from './visible.ts';

/**
 * Whether the launch that belongs to the tab shows in place of the form: the person opened it, or it was
 * launched from the page in front. On another page, or another customer's, the form comes first.
 */
export function showsLaunch({ launch, openedLaunch, page }: LauncherState): boolean {
  if (launch === undefined) return false;
  if (openedLaunch === launch.id || page.state === 'reading') return true;
  // Earlier versions kept no page.
  return launch.page?.address === undefined || isPageOf(launch.page, page);
}

/**
 * The page that a launch was for, so that its values are known on another one; undefined where nothing tells.
 *
 * @param here the page in front, with the conversation that the form takes
 */
export function originOfLaunch(
  { id, page: launched, times, conversationId }: Launched,
  page: LauncherState['page'],
  here: Origin | undefined,
): Origin | undefined {
  if (launched?.address === undefined) return undefined;
  const isThere = page.state !== 'reading' && isPageOf(launched, page);
  // Two customers may have one number, and of a page that could not be read only the time tells.
  const isSame =
    isThere &&
    (isRead(launched) ? isTitled(launched, page.document) : isFrom(page.document, times.created));
  // What was taken from a conversation is of its customer, whoever the page is about.
  const isInHand = conversationId === undefined || conversationId === here?.about?.conversation;
  if (isSame && isInHand) return here ?? frontOf(page);
  return { documentId: `launch ${id}`, address: launched.address, title: launched.title };
}

type Launched = Pick<Launch, 'id' | 'page' | 'times' | 'conversationId'>;

type LaunchPage = NonNullable<Launch['page']>;

/** Whether a launch's page was read. Only one that could not be read has neither title nor number. */
function isRead({ title, number }: LaunchPage): boolean {
  return title !== undefined || number !== undefined;
}

function isTitled({ title }: LaunchPage, now: PageDocument): boolean {
  return title === undefined || title === now.title?.slice(0, 500);
}

/** Whether a page was there at a time, in milliseconds since 1970, as far as anything tells. */
function isFrom({ address, readAt, loadedAt }: PageDocument, at: number): boolean {
  return address === '' ? readAt <= at : (loadedAt ?? 0) <= at;
}

/** Whether the page in front is the one that a launch was for, about the same customer as far as they tell. */
function isPageOf(
  launched: LaunchPage,
  page: Exclude<LauncherState['page'], { state: 'reading' }>,
): boolean {
  const { address, number } = launched;
  if (address !== page.document.address.slice(0, 2_000)) return false;
  if (!isRead(launched)) return true;
  if (page.state === 'unreadable') return false;
  const now = page.context.fields.customerNumber;
  if (now === undefined && number === undefined) return isTitled(launched, page.document);
  return now === undefined || [now.best, ...now.others].some(({ value }) => value === number);
}

/**
 * Whether a view may say for whom a launch is: only while a person is signed in, and only to the one who made it, as far
 * as is known.
 */
export function maySayForWhom(
  { session, settings }: Pick<LauncherState, 'session' | 'settings'>,
  { by, connection }: Pick<Launch, 'by' | 'connection'>,
): boolean {
  if (session === undefined) return false;
  const inUse = connectionInUse(settings);
  // Over another connection the same person goes by another id.
  if (inUse === undefined || connection.key !== connectionKey(inUse)) return true;
  const signedIn = personOf(session);
  return mayBeBy(by?.person, signedIn && keyOfPerson(signedIn));
}

/** A launch in one line, for the person who is signed in. */
export function lineFor(state: LauncherState, launch: Unfinished): Unfinished {
  return maySayForWhom(state, launch) ? launch : { ...launch, customer: undefined };
}

/** The launches that have a line: the open ones, except the one that is shown. */
export function linesOf(state: LauncherState): readonly Unfinished[] {
  const isShown = (id: string) => id === state.launch?.id && showsLaunch(state);
  return state.unfinished
    .filter(({ id }) => !isShown(id))
    .map((line) => lineFor(state, line))
    .toSorted((a, b) => b.times.created - a.times.created);
}
