import type { Launch } from '../launch/launch.ts';
import type { Origin } from '../page/document.ts';
import type { LauncherState, Unfinished } from './launcher.ts';
import { frontOf } from './visible.ts';

/**
 * Whether the launch that belongs to the tab shows in place of the form: the person opened it, or it was
 * launched from the page in front. On another page, or another customer's, the form comes first.
 */
export function showsLaunch({ launch, openedLaunch, page }: LauncherState): boolean {
  if (launch === undefined) return false;
  if (openedLaunch === launch.id || page.state === 'reading') return true;
  if (launch.page?.address === undefined || page.state === 'unreadable') {
    return launch.page?.address === undefined;
  }
  return isPageOf(launch.page, page);
}

/** The page that a launch was for, so that its values are known on another one; undefined where nothing tells. */
export function originOfLaunch(
  { id, page: launched }: Pick<Launch, 'id' | 'page'>,
  page: LauncherState['page'],
): Origin | undefined {
  if (launched?.address === undefined) return undefined;
  if (page.state === 'read' && isPageOf(launched, page)) return frontOf(page);
  return { documentId: `launch ${id}`, address: launched.address, title: launched.title };
}

/** Whether the page in front is the one that a launch was for, about the same customer. */
function isPageOf(
  { address, number }: NonNullable<Launch['page']>,
  page: Extract<LauncherState['page'], { state: 'read' }>,
): boolean {
  if (address !== page.document.address.slice(0, 2_000)) return false;
  const now = page.context.fields.customerNumber;
  return now === undefined || [now.best, ...now.others].some(({ value }) => value === number);
}

/** The launches that have a line: the open ones, except the one that is shown. */
export function linesOf(state: LauncherState): readonly Unfinished[] {
  const isShown = (id: string) => id === state.launch?.id && showsLaunch(state);
  const names = state.session !== undefined;
  return state.unfinished
    .filter(({ id }) => !isShown(id))
    .map((line) => (names ? line : { ...line, customer: undefined }))
    .toSorted((a, b) => b.times.created - a.times.created);
}
