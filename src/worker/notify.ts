import { explain } from '../core/base/explain.ts';
import type { Failure } from '../core/base/failure.ts';
import type { Text } from '../core/base/text.ts';
import { badgeOf } from '../core/launch/badge.ts';
import { customerLine } from '../core/launch/customer.ts';
import { type AtComputer, isOwn, launchesFor } from '../core/launch/history.ts';
import { hasEnded, type Launch } from '../core/launch/launch.ts';
import { connectionInUse } from '../core/settings/settings.ts';
import { showActionIcon } from '../platform/action-icon.ts';
import { showBadge } from '../platform/badge.ts';
import { openLaunchIds } from '../platform/keys/launch.ts';
import { settings } from '../platform/keys/settings.ts';
import { openedLaunchOf, shownLaunchOf } from '../platform/keys/tab.ts';
import { notify } from '../platform/notifications.ts';
import { readLaunch } from '../platform/store/launches.ts';
import { atComputer } from '../platform/store/signed-in.ts';
import { activeTabId, openTabs } from '../platform/tabs.ts';
import { readersText } from '../platform/text.ts';
import { isAnyViewOpen, openPopup, showTab } from '../platform/views.ts';
import { inTurn } from './in-turn.ts';

const notificationPrefix = 'launch ';
const tabPrefix = 'tab ';

/** Shows what changed about a launch where no view is needed to see it: badge and notification. */
export async function announce(before: Launch, after: Launch): Promise<void> {
  if (before.state === after.state && hasEnded(before) === hasEnded(after)) return;
  const isNews = hasEnded(after) || (after.state === 'unknown' && before.state !== 'unknown');
  const isTold = isNews && before.state !== after.state;
  // Side by side: a person who saw the end may close the view while the badge is drawn.
  await Promise.all([refreshBadge(), isTold && tell(after)]);
}

/** Draws badge and icon of the toolbar button anew: whether a launch runs, or the outcome of one is unknown. */
export function refreshBadge(): Promise<void> {
  // One after the other, so that what is read last is shown last; one that waits is enough.
  waiting ??= inTurn('badge', () => {
    waiting = undefined;
    return drawBadge();
  });
  return waiting;
}

let waiting: Promise<void> | undefined;

/** So many launches are named where the pointer rests on the button. */
const mostNamed = 5;

/** Flow, customer and state; the customer for the person who made the launch, while they are signed in. */
function lineOf(launch: Launch, people: AtComputer, text: Text): string {
  const [own] = launchesFor(people, [launch]);
  const { flow, state } = launch;
  const parts = [flow.name, customerLine(own?.customer), text(`state_${state}`)];
  return parts.filter(Boolean).join(' · ');
}

async function drawBadge(): Promise<void> {
  const records = await Promise.all(((await openLaunchIds.get()) ?? []).map(readLaunch));
  const text = await readersText();
  const { kind, launches } = badgeOf(records.filter((record) => typeof record !== 'string'));
  if (kind === 'none') {
    await showBadge({ text: '', tone: 'busy', title: text('extensionName') });
    const isProduction = connectionInUse(await settings.get())?.confirmLaunch ?? false;
    return showActionIcon(isProduction ? 'production' : 'plain');
  }
  const named = launches.slice(0, mostNamed);
  const people = await atComputer(named.map(({ connection }) => connection.key));
  const count = launches.length;
  const title = [
    text(`badge_${kind}`, { count }),
    ...named.map((launch) => lineOf(launch, people, text)),
  ].join('\n');
  await showBadge(
    kind === 'unknown'
      ? { text: '?', tone: 'warn', title }
      : { text: String(count), tone: 'busy', title },
  );
  await showActionIcon(kind);
}

/** Tells that the popup was not opened, and what the person can do. */
export async function tellNotOpened(
  tabId: number,
  remedy: 'not_opened_remedy' | 'failure_launch_not_recorded_remedy',
): Promise<void> {
  const text = await readersText();
  await notify(`${tabPrefix}${tabId}`, {
    title: text('not_opened'),
    message: text(remedy),
  });
}

/** Tells that a view closed before the launch in it had left, and leads back to its tab. */
export async function tellNotLaunched(tabId: number): Promise<void> {
  const text = await readersText();
  await notify(`${tabPrefix}${tabId}`, {
    title: text('not_launched'),
    message: text('not_launched_remedy'),
  });
}

/** Tells why a launch was not begun, where no view is open to say it. */
export async function tellRefused(tabId: number, failure: Failure): Promise<void> {
  if (await isAnyViewOpen()) return;
  const text = await readersText();
  const { cause, remedy } = explain(failure, text);
  await notify(`${tabPrefix}${tabId}`, {
    title: text('not_launched'),
    message: `${cause} ${remedy}`,
  });
}

/** Opens the launch that a notification is about, in its own tab if that is still there, or leads back to a tab. */
export async function openNotified(notificationId: string): Promise<void> {
  if (notificationId.startsWith(tabPrefix)) {
    const backTo = Number(notificationId.slice(tabPrefix.length));
    if (await showTab(backTo)) await openPopup(backTo);
    return;
  }
  if (!notificationId.startsWith(notificationPrefix)) return;
  const launchId = notificationId.slice(notificationPrefix.length);
  const tabId = (await tabThatShows(launchId)) ?? (await activeTabId());
  if (tabId === undefined) return;
  await Promise.all([shownLaunchOf(tabId).set(launchId), openedLaunchOf(tabId).set(launchId)]);
  if (await showTab(tabId)) await openPopup(tabId);
}

/** The tab from which something was launched, while nothing else was launched from it since. */
async function tabThatShows(launchId: string): Promise<number | undefined> {
  const tabs = await openTabs();
  const shown = await Promise.all(tabs.map((tabId) => shownLaunchOf(tabId).get()));
  return tabs[shown.indexOf(launchId)];
}

/** Tells how a launch ended, where no view is open; for whom it was only if no other person has signed in since. */
async function tell(launch: Launch): Promise<void> {
  const [{ notifications }, isSeen] = await Promise.all([settings.get(), isAnyViewOpen()]);
  if (!notifications || isSeen) return;
  const { id, flow, state, customer, connection } = launch;
  const text = await readersText();
  const isTheirs = isOwn(await atComputer([connection.key]), launch);
  const who = isTheirs ? customerLine(customer) : '';
  const message = [text(`state_${state}`), who].filter(Boolean).join(' · ');
  await notify(`${notificationPrefix}${id}`, { title: flow.name, message });
}
